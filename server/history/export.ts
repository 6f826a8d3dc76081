import { inEnglish } from '#lib/domain/history/inEnglish.ts'
import { inWords } from '#lib/domain/history/inWords.ts'
import type { Known } from '#lib/domain/history/known.ts'
import { plainWords } from '#lib/domain/history/write.ts'
import type { WorkspaceEvent } from '#lib/domain/event.ts'
import type { Actor } from '#lib/domain/roles.ts'
import { csvLine } from './csv.ts'
import { namesIn } from './names.ts'
import { type HistoryFilter, readPage } from './page.ts'
import type { Source } from './source.ts'

/** Events read at a time. */
const PAGE = 500

/** One event with its names and its words, as an export tells it. */
interface Line {
  readonly event: WorkspaceEvent
  readonly time: string
  readonly person: string
  readonly story: { readonly key: string | null; readonly title: string } | null
  readonly words: string
  readonly reason: string | null
  readonly notes: readonly string[]
}

/** Gives history as CSV (RFC 4180, UTF-8 with a byte order mark), newest first, piece by piece: the first piece has the first events. */
export async function* asCsv(
  source: Source,
  reader: Actor,
  filter: HistoryFilter,
): AsyncGenerator<string> {
  let text = `\uFEFF${csvLine(COLUMNS)}`
  for await (const lines of linesOf(source, reader, filter)) {
    yield text + lines.map((line) => csvLine(cellsOf(line))).join('')
    text = ''
  }
}

/** Gives history as JSON, newest first, piece by piece: the events as they are stored, each with its words. */
export async function* asJson(
  source: Source,
  reader: Actor,
  filter: HistoryFilter,
): AsyncGenerator<string> {
  let text = `{"workspace":${JSON.stringify(source.workspace)},"events":[`
  let between = '\n'
  for await (const lines of linesOf(source, reader, filter)) {
    for (const line of lines) {
      text += between + JSON.stringify(line)
      between = ',\n'
    }
    yield text
    text = ''
  }
  yield '\n]}\n'
}

const COLUMNS = [
  'Number',
  'Time',
  'Person',
  'Person id',
  'Change',
  'Story',
  'Story id',
  'Title',
  'What happened',
  'Reason',
  'Notes',
  'Event',
]

function cellsOf({ event, time, person, story, words, reason, notes }: Line): string[] {
  return [
    String(event.seq),
    time,
    person,
    event.by,
    event.type,
    story?.key ?? '',
    event.story ?? '',
    story?.title ?? '',
    words,
    reason ?? '',
    notes.join('; '),
    JSON.stringify(event),
  ]
}

/** One page after the other, so that however long the log is, little of it is in memory. */
async function* linesOf(
  source: Source,
  reader: Actor,
  filter: HistoryFilter,
): AsyncGenerator<Line[]> {
  // What is appended while it is read belongs to the next export.
  let before: number | null = source.state.seq + 1
  while (before !== null) {
    const page = await readPage(source, reader, filter, { before, limit: PAGE })
    yield await tell(source, reader, page.events)
    before = page.next
  }
}

async function tell(
  source: Source,
  reader: Actor,
  events: readonly WorkspaceEvent[],
): Promise<Line[]> {
  const { people, stories } = await namesIn(source, reader, events)
  const known: Known = {
    members: new Map(people.map((person) => [person.id, person])),
    stories: new Map(stories.map((story) => [story.id, story])),
    settings: source.state.settings,
  }
  return events.map((event) => {
    const { words, quote, notes } = inEnglish(inWords(event, known, { named: true }))
    return {
      event,
      time: new Date(event.at).toISOString(),
      person: known.members.get(event.by)?.name ?? '',
      story: event.story === null ? null : (known.stories.get(event.story) ?? null),
      words: plainWords(words),
      reason: quote,
      notes,
    }
  })
}
