import type { Story } from '#lib/domain/story.ts'

/** What dropping a story into a part makes of it, beside its order. */
export interface PartMakes {
  /** The step it comes into; absent: its step stays. */
  readonly step?: string
  /** What it is scheduled for; null takes its schedule away; absent: its schedule stays. */
  readonly schedule?: string | null
}

/** A part of a backlog under a heading of its own: an iteration of the list, a step of the board, or all that is open. */
export interface Part {
  readonly id: string
  readonly name: string
  readonly makes: PartMakes
  /** Its stories stand in the order in which they were done: nobody orders them. */
  readonly isByTime?: boolean
  /** Why nothing is put anywhere in it. */
  readonly whyFixed?: string
  /** In the order of the screen. */
  readonly stories: readonly Story[]
}

/** A place on the screen: in a part, behind one of its stories or at its top (null). */
export interface Spot {
  readonly part: string
  readonly after: string | null
}

/** Gives where a story stands on the screen, or null when it is not shown. */
export function spotOfStory(parts: readonly Part[], id: string): Spot | null {
  for (const { id: part, stories } of parts) {
    const index = stories.findIndex((story) => story.id === id)
    if (index !== -1) return { part, after: stories[index - 1]?.id ?? null }
  }
  return null
}
