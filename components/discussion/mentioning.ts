import type { ReadyArea } from '#components/actions/index.ts'
import { worldOf } from '#components/actions/index.ts'
import type { Story } from '#lib/domain/story.ts'
import { readsStory } from '#lib/domain/visibility.ts'

/** Somebody who can be mentioned. */
export interface Mentionable {
  readonly of: 'person' | 'team'
  readonly id: string
  readonly name: string
  /** Index into the presence palette, 0 to 11; only of people. */
  readonly colour: number
}

/** What is being typed behind an @. */
export interface MentionQuery {
  /** Where the @ stands, and where the caret. */
  readonly from: number
  readonly to: number
  readonly words: string
}

const SHOWN = 6

/** Gives who can be mentioned on a story: those who may read it, and the teams that all of them may know of (TA11). */
export function mentionable(area: ReadyArea, story: Story): Mentionable[] {
  const world = worldOf(area)
  const people = [...world.members.values()]
    .filter((member) => readsStory(world, story, member))
    .map(({ id, name }) => {
      return { of: 'person' as const, id, name, colour: area.members.get(id)?.colour ?? 0 }
    })
  const teams = [...area.settings.teams.values()]
    .filter(({ id, archivedAt, isPrivate }) => {
      return archivedAt === null && (!isPrivate || story.team === id)
    })
    .map(({ id, name }) => ({ of: 'team' as const, id, name, colour: 0 }))
  return [...people.sort(byName), ...teams.sort(byName)]
}

/** Gives what is typed behind an @ at the caret; null where nobody is being named, or has been (`named`: places of an @). */
export function mentionQuery(
  text: string,
  caret: number,
  named: readonly number[] = [],
): MentionQuery | null {
  const before = text.slice(Math.max(0, caret - 60), caret)
  const match = /(?:^|[\s(])@([^\s@()[\]]{0,40}(?: [^\s@()[\]]{0,40})?)$/u.exec(before)
  const words = match?.[1]
  if (words === undefined) return null
  const from = caret - words.length - 1
  return named.includes(from) ? null : { from, to: caret, words }
}

/** Gives those whose name fits, the best first. */
export function ranked(people: readonly Mentionable[], words: string): Mentionable[] {
  const wanted = words.toLowerCase()
  const fits = people.flatMap((who) => {
    const name = who.name.toLowerCase()
    if (name.startsWith(wanted)) return [{ who, rank: 0 }]
    return name.split(/\s+/).some((part) => part.startsWith(wanted)) ? [{ who, rank: 1 }] : []
  })
  return fits
    .sort((a, b) => a.rank - b.rank)
    .slice(0, SHOWN)
    .map(({ who }) => who)
}

function byName(a: Mentionable, b: Mentionable): number {
  return a.name.localeCompare(b.name)
}
