import type { Direction } from '#components/cards/walk.ts'
import { textsOf } from '#components/language/loaded.ts'
import type { Story } from '#lib/domain/story.ts'
import type { Layout } from './backlog.ts'
import { type Part, type Spot, spotOfStory } from './parts.ts'

/** Stories that are shown somewhere else than they are, because move mode has lifted them. */
export interface Held extends Spot {
  /** In the order of the screen. */
  readonly stories: readonly Story[]
}

/** What a step of move mode gives: the stories one step on, or the sentence why there is none. */
export type HeldStep =
  { readonly moved: true; readonly held: Held } | { readonly moved: false; readonly why: string }

/** Lifts stories where the first of them stands; those of the tray to the top of the backlog. */
export function lift(parts: readonly Part[], stories: readonly Story[]): Held {
  const moving = idsOf(stories)
  const first = stories.find(({ id }) => spotOfStory(parts, id))
  const part = parts.find((one) => one.stories.some(({ id }) => id === first?.id)) ?? parts[0]
  if (!part) return { stories, part: '', after: null }
  const index = part.stories.findIndex(({ id }) => id === first?.id)
  const above = part.stories.slice(0, Math.max(0, index)).findLast(({ id }) => !moving.has(id))
  return { stories, part: part.id, after: above?.id ?? null }
}

/** Gives the parts as they are shown while stories are held. Those it does not concern stay the same objects. */
export function shownWith<P extends Part>(parts: readonly P[], held: Held | null): readonly P[] {
  if (!held) return parts
  const moving = idsOf(held.stories)
  return parts.map((part) => {
    const rest = part.stories.filter(({ id }) => !moving.has(id))
    if (part.id === held.part) rest.splice(indexIn(rest, held.after), 0, ...held.stories)
    else if (rest.length === part.stories.length) return part
    return { ...part, stories: rest }
  })
}

/**
 * Takes held stories one step on. Up and down go through a part, and in a list on into the next one; sideways goes to the
 * next column that takes them. `whyNot` says why a part does not.
 */
export function stepHeld(
  parts: readonly Part[],
  held: Held,
  direction: Direction,
  layout: Layout,
  whyNot: (part: Part) => string | null,
): HeldStep {
  const moving = idsOf(held.stories)
  const at = Math.max(
    0,
    parts.findIndex(({ id }) => id === held.part),
  )
  const rest = restOf(parts[at], moving)
  const index = indexIn(rest, held.after)
  const isVertical = direction === 'up' || direction === 'down'
  const sign = direction === 'down' || direction === 'right' ? 1 : -1
  if (isVertical && index + sign >= 0 && index + sign <= rest.length) {
    return { moved: true, held: { ...held, after: rest[index + sign - 1]?.id ?? null } }
  }
  if (isVertical !== (layout === 'stacked')) {
    return { moved: false, why: isVertical ? edgeOf(sign) : textsOf('backlog')('held.onlyUpDown') }
  }
  let why: string | null = null
  for (let next = at + sign; parts[next]; next += sign) {
    const part = parts[next]
    const closed = part ? whyNot(part) : null
    if (!part || closed !== null) {
      why ??= closed
      continue
    }
    const others = restOf(part, moving)
    const entry = isVertical ? (sign === 1 ? 0 : others.length) : Math.min(index, others.length)
    return {
      moved: true,
      held: { ...held, part: part.id, after: others[entry - 1]?.id ?? null },
    }
  }
  return {
    moved: false,
    why: why ?? (isVertical ? edgeOf(sign) : besideOf(sign)),
  }
}

/** Gives where held stories stand in their part: 1 is the top. `count` includes them. */
export function positionOf(
  parts: readonly Part[],
  held: Held,
): { readonly position: number; readonly count: number; readonly part: string } {
  const part = parts.find(({ id }) => id === held.part)
  const rest = restOf(part, idsOf(held.stories))
  return {
    position: indexIn(rest, held.after) + 1,
    count: rest.length + held.stories.length,
    part: part?.name ?? '',
  }
}

function edgeOf(sign: number): string {
  return textsOf('backlog')(sign === 1 ? 'held.atBottom' : 'held.atTop')
}

function besideOf(sign: number): string {
  return textsOf('backlog')(sign === 1 ? 'held.noStepRight' : 'held.noStepLeft')
}

function restOf(part: Part | undefined, moving: ReadonlySet<string>): readonly Story[] {
  return (part?.stories ?? []).filter(({ id }) => !moving.has(id))
}

function indexIn(rest: readonly Story[], after: string | null): number {
  if (after === null) return 0
  const index = rest.findIndex(({ id }) => id === after)
  // [RK3] Its neighbour has left in the meantime: the bottom.
  return index === -1 ? rest.length : index + 1
}

function idsOf(stories: readonly Story[]): ReadonlySet<string> {
  return new Set(stories.map(({ id }) => id))
}
