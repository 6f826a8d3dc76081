import type { OutcomeKind, Session } from '#lib/domain/sessions/session.ts'

/** What became of one story in a session. */
export interface ReportLine {
  readonly id: string
  /** Its key and title, as far as the reader may know of it. */
  readonly story: string
  readonly key: string | null
  readonly spentMs: number
  readonly outcome: OutcomeKind | null
  readonly size: string | null
  readonly owner: string | null
  /** `YYYY-MM-DD` */
  readonly due: string | null
  readonly note: string | null
}

/** A session that is over, for people to read: names in the place of ids. */
export interface Report {
  readonly name: string
  readonly endedAt: number | null
  readonly lines: readonly ReportLine[]
  readonly spentMs: number
  readonly decisions: readonly { readonly text: string; readonly key: string | null }[]
  readonly topics: readonly { readonly text: string; readonly idea: string | null }[]
  /** Who took part, and who watched. */
  readonly people: readonly string[]
  readonly observers: readonly string[]
}

/** What names are looked up in; `hidden`: how a story is called that the reader may not see, and somebody who has left. */
export interface Names {
  story(id: string): { readonly key: string | null; readonly title: string } | undefined
  person(id: string): string | undefined
  readonly hidden: { readonly story: string; readonly person: string }
}

/** Gives what came of a session, in the order of its agenda. */
export function reportOf(session: Session, names: Names): Report {
  const { name, phase, agenda, decisions, topics, people } = session
  const person = (id: string) => names.person(id) ?? names.hidden.person
  const keyOf = (id: string | null) => (id === null ? null : (names.story(id)?.key ?? null))
  const lines = agenda.map(({ story: id, spentMs, outcome }): ReportLine => {
    const story = names.story(id)
    return {
      id,
      story: story ? [story.key, story.title].filter(Boolean).join(' ') : names.hidden.story,
      key: story?.key ?? null,
      spentMs,
      outcome: outcome?.kind ?? null,
      size: outcome?.size ?? null,
      owner: outcome?.owner ? person(outcome.owner) : null,
      due: outcome?.due ?? null,
      note: outcome?.note ?? null,
    }
  })
  const there = (as: 'participant' | 'observer') =>
    Object.keys(people)
      .filter((id) => people[id]?.as === as)
      .map(person)
      .sort((a, b) => a.localeCompare(b))
  return {
    name,
    endedAt: phase.name === 'ended' ? phase.at : null,
    lines,
    spentMs: lines.reduce((sum, { spentMs }) => sum + spentMs, 0),
    decisions: decisions.map(({ text, story }) => ({ text, key: keyOf(story) })),
    topics: topics.map(({ text, idea }) => ({ text, idea: keyOf(idea) })),
    people: there('participant'),
    observers: there('observer'),
  }
}

/** The words of a report in the reader's language. */
export interface ReportWords {
  readonly story: string
  readonly time: string
  readonly outcome: string
  readonly next: string
  readonly decisions: string
  readonly topics: string
  readonly people: string
  readonly observers: string
  readonly total: string
  outcomeOf(line: ReportLine): string
  nextOf(line: ReportLine): string
  timeOf(ms: number): string
  momentOf(at: number): string
}

/** Writes a report as Markdown. What people typed stays words: it makes no Markdown of its own. */
export function reportMarkdown(report: Report, words: ReportWords): string {
  const { lines, decisions, topics, people, observers } = report
  const row = (...cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`
  const parts = [
    `# ${plain(report.name)}`,
    report.endedAt === null ? '' : plain(words.momentOf(report.endedAt)),
    [
      row(words.story, words.time, words.outcome, words.next),
      '| --- | --- | --- | --- |',
      ...lines.map((line) =>
        row(line.story, words.timeOf(line.spentMs), words.outcomeOf(line), words.nextOf(line)),
      ),
    ].join('\n'),
    `${plain(words.total)}: ${words.timeOf(report.spentMs)}`,
    list(
      words.decisions,
      decisions.map(({ text, key }) => suffixed(text, key)),
    ),
    list(
      words.topics,
      topics.map(({ text, idea }) => suffixed(text, idea)),
    ),
    people.length > 0 ? `**${plain(words.people)}**: ${plain(people.join(', '))}` : '',
    observers.length > 0 ? `**${plain(words.observers)}**: ${plain(observers.join(', '))}` : '',
  ]
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`
}

function list(title: string, texts: readonly string[]): string {
  if (texts.length === 0) return ''
  return `## ${plain(title)}\n\n${texts.map((text) => `- ${plain(text)}`).join('\n')}`
}

function suffixed(text: string, key: string | null): string {
  return key === null ? text : `${text} (${key})`
}

function cell(text: string): string {
  return plain(text).replace(/\s*\n\s*/g, ' ')
}

function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, '\\$&')
}
