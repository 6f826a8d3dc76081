import type { NewEvent } from './event.ts'
import type { Actor } from './roles.ts'
import type { BallotChange } from './sessions/ballot.ts'
import { type Refusal, refuse } from './refusal.ts'
import type { WorkspaceState } from './state.ts'
import type { Story } from './story.ts'

/**
 * What became of a command: the events to append (none when nothing changes), or a refusal. `ballot` is what somebody voted:
 * a secret that is in no event (MT6).
 */
export type Decision =
  | { readonly ok: true; readonly events: readonly NewEvent[]; readonly ballot?: BallotChange }
  | Refusal

/** What every decision is taken on. */
export interface Case {
  readonly state: WorkspaceState
  /** With the roles they have now. */
  readonly actor: Actor
  /** Milliseconds since the epoch. */
  readonly now: number
  /** What is made is part of the sample data. */
  readonly sample: boolean
}

export function accept(...events: readonly NewEvent[]): Decision {
  return { ok: true, events }
}

/** What is hidden and what is absent look the same. */
export function notFound(): Refusal {
  return refuse('notFound', 'This story does not exist, or you cannot see it. Nothing was changed.')
}

/** Whoever is not in the workspace gets nowhere in it. */
export function notAMember(): Refusal {
  return refuse(
    'notAllowed',
    'You are not a member of this workspace any more. Ask an owner or admin; nothing was changed.',
  )
}

/** How a sentence calls a story. */
export function nameOf(story: Story): string {
  return story.key ?? `"${shorten(story.title)}"`
}

export function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
