import { everyCircumstance, everyPerson } from './company.ts'
import { type Deed, STORY_DEEDS, WORKSPACE_DEEDS } from './deeds.ts'
import { FOOTNOTES, HEAD, LEGEND, SESSIONS } from './pageWords.ts'
import { SESSION_DEEDS } from './sessionDeeds.ts'
import type { Circumstances, Person, Place } from './table.ts'
import { verdictOf } from './verdict.ts'

/** Who the columns are; what they hold beside their own role is said in the footnotes. */
const COLUMNS: readonly { readonly name: string; readonly people: readonly Partial<Person>[] }[] = [
  { name: 'owner', people: [{ role: 'owner' }] },
  { name: 'admin', people: [{ role: 'admin' }] },
  { name: 'product manager', people: [{ role: 'product-manager' }] },
  { name: 'backlog owner[^owner]', people: [{ role: 'viewer', team: 'backlog-owner' }] },
  { name: 'member of the team[^team]', people: [{ role: 'member', team: 'member' }] },
  { name: 'member', people: [{ role: 'member' }] },
  { name: 'contributor', people: [{ role: 'contributor' }] },
  { name: 'viewer', people: [{ role: 'viewer' }] },
]

const PLACE_NAMES: Record<Place, string> = {
  idea: 'Idea',
  refinement: 'Refinement',
  ready: 'Ready',
  'wont-do': "Won't do",
  team: 'a backlog',
  'private team': 'a private backlog',
  trash: 'from the refinement area',
  'trash of a team': 'from a backlog',
  'trash of a private team': 'from a private backlog',
}

/** What tells a deed's reader more, by its name. */
const NOTES: Readonly<Record<string, string>> = {
  watchStory: 'watch',
  markNoticesDone: 'watch',
  markNoticesUndone: 'watch',
  muteStory: 'watch',
  unmuteStory: 'watch',
  acknowledgeStory: 'acknowledge',
  acknowledgeChange: 'change',
  markReady: 'gate',
  rankStory: 'order',
  dismissStory: 'merge',
  trashStory: 'trash',
  reassignStory: 'reassign',
  setTeamMember: 'ownteam',
  purgeTrash: 'purge',
}

/** Gives `docs/permissions.md`: what the rules themselves answer, cell by cell. */
export function permissionsPage(): string {
  return [
    HEAD.replace('{cells}', cellCount().toLocaleString('en')),
    section('In the refinement area', STORY_DEEDS, ['idea', 'refinement', 'ready', 'wont-do']),
    section("On a team's backlog", STORY_DEEDS, ['team']),
    privateBacklogs(),
    section('In the trash', STORY_DEEDS, ['trash', 'trash of a team']),
    section('The workspace', WORKSPACE_DEEDS, ['wont-do'], { isEverywhere: true }),
    section('In a meeting or planning session', SESSION_DEEDS, ['wont-do'], { isEverywhere: true }),
    SESSIONS,
    LEGEND,
    FOOTNOTES,
  ].join('\n')
}

interface Line {
  readonly deeds: readonly string[]
  readonly places: readonly Place[]
  readonly cells: readonly string[]
}

function section(
  title: string,
  deeds: readonly Deed[],
  places: readonly Place[],
  { isEverywhere = false } = {},
): string {
  const lines = linesOf(deeds, places)
  const columns = COLUMNS.map((_, index) => index).filter((index) => !isTwin(lines, index))
  const names = columns.map((index) => nameOf(lines, index))
  const head = ['what', ...(isEverywhere || places.length === 1 ? [] : ['where']), ...names]
  const rows = lines.map((line) => {
    const where = line.places.map((place) => PLACE_NAMES[place]).join(', ')
    const isAll = line.places.length === places.length
    return [
      line.deeds.map(deedName).join(', '),
      ...(head[1] === 'where' ? [isAll ? 'everywhere' : where] : []),
      ...columns.map((index) => line.cells[index]!),
    ]
  })
  const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  return `## ${title}\n\n${table.join('\n')}\n`
}

/** True for a column that says what the one before it says, in this section. */
function isTwin(lines: readonly Line[], index: number): boolean {
  return index > 0 && lines.every(({ cells }) => cells[index] === cells[index - 1])
}

/** The names of a column and of those behind it that say the same. */
function nameOf(lines: readonly Line[], index: number): string {
  const next = COLUMNS.findIndex((_, other) => other > index && !isTwin(lines, other))
  const shared = COLUMNS.slice(index, next === -1 ? undefined : next)
  return shared.map(({ name }) => name).join(', ')
}

function linesOf(deeds: readonly Deed[], places: readonly Place[]): Line[] {
  const found = new Map<string, { deed: string; places: Place[]; cells: string[] }>()
  for (const deed of deeds) {
    for (const place of places) {
      if (deed.row(place) === null) continue
      const cells = COLUMNS.map(({ people }) => wordOf(deed, people[0]!, place))
      const key = JSON.stringify([deed.name, cells])
      const line = found.get(key) ?? { deed: deed.name, places: [], cells }
      line.places.push(place)
      found.set(key, line)
    }
  }
  const lines = new Map<string, Line>()
  for (const { deed, places: where, cells } of found.values()) {
    const key = JSON.stringify([where, cells])
    lines.set(key, { deeds: [...(lines.get(key)?.deeds ?? []), deed], places: where, cells })
  }
  return [...lines.values()]
}

/** On what a cell depends, as a word. */
const WORDS: readonly (readonly [string, (here: Circumstances, own: boolean) => boolean])[] = [
  ['yes', () => true],
  ['–', () => false],
  ['no PM', ({ pm }) => !pm],
  ['no BO', ({ bo }) => !bo],
  ['neither', ({ pm, bo }) => !pm && !bo],
  ['own', (_, own) => own],
]

function wordOf(deed: Deed, somebody: Partial<Person>, place: Place): string {
  const cells = [true, false].flatMap((own) => {
    const person: Person = { role: 'viewer', team: 'none', ...somebody, own }
    return everyCircumstance(person)
      .filter((here) => here.place === place)
      .map((here) => ({ here, own, verdict: verdictOf(deed, person, here) }))
  })
  if (cells.every(({ verdict }) => verdict === 'hidden')) return 'hidden'
  const word = WORDS.find(([, holds]) =>
    cells.every(({ here, own, verdict }) => holds(here, own) === (verdict === 'yes')),
  )
  if (!word) throw new Error(`No word for what ${deed.name} in ${place} depends on`)
  return word[0]
}

/** A private backlog is a backlog for those who see it, and nothing for the others: said once, since it holds everywhere. */
function privateBacklogs(): string {
  for (const [hidden, open] of [
    ['private team', 'team'],
    ['trash of a private team', 'trash of a team'],
  ] as const) {
    for (const deed of STORY_DEEDS.filter(({ row }) => row(open) !== null)) {
      for (const person of everyPerson()) {
        const isIn = person.team === 'member' || person.team === 'backlog-owner'
        const isAble = isIn || person.role === 'owner' || person.role === 'admin'
        for (const here of everyCircumstance(person)) {
          if (here.place !== hidden || person.role === 'none') continue
          const inPrivate = verdictOf(deed, person, here)
          const wanted = isAble ? verdictOf(deed, person, { ...here, place: open }) : 'hidden'
          if (inPrivate !== wanted) throw new Error(`${deed.name} differs on a private backlog`)
        }
      }
    }
  }
  return `## On a private team's backlog

For its people, owners and admins a private backlog is like any other, its stories in the trash included. For everybody
else, product managers too, there is no such team and no such story: over every door they get what they would get for
an id that nobody has given (\`notFound\`, \`teamNotFound\`).
`
}

function deedName(name: string): string {
  const [command = name, more] = name.split(' (')
  const note = NOTES[name] ? `[^${NOTES[name]}]` : ''
  if (name === 'read' || name === 'edit the document') return `${name}${note}`
  return `\`${command}\`${more ? ` (${more}` : ''}${note}`
}

/** How many cells the test holds against the table. */
function cellCount(): number {
  return everyPerson().reduce((sum, person) => {
    const circumstances = everyCircumstance(person)
    const onWorkspace = circumstances.filter(({ place }) => place === 'wont-do')
    return (
      sum +
      circumstances.length * STORY_DEEDS.length +
      onWorkspace.length * (WORKSPACE_DEEDS.length + SESSION_DEEDS.length)
    )
  }, 0)
}
