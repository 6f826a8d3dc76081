/** What a person shows of themselves in a session, as long as it lasts: by awareness, so that it is kept nowhere. */
export interface Shown {
  /** The part of the page they look at, for those who follow them. */
  readonly at?: Spot | null
  /** A reaction; `count` tells the same one twice in a row apart. */
  readonly reaction?: { readonly emoji: string; readonly count: number } | null
}

/** A place in a story's text: the block at the top of what is seen, and how far it is scrolled past, from 0 to 1. */
export interface Spot {
  readonly story: string
  readonly block: number
  readonly past: number
}

/** What somebody else shows. */
export interface ShownBy extends Shown {
  readonly client: number
  readonly person: string
}

/** An emoji with everything it may be made of, in UTF-16 units. */
const EMOJI_MAX = 32

/** Awareness is written by other clients: what does not have the shape is left out, and who has no name is nobody. */
export function readShown(client: number, state: Record<string, unknown>): ShownBy | null {
  const user = state['user'] as { id?: unknown } | undefined
  if (typeof user?.id !== 'string') return null
  const at = readSpot(state['at'])
  const reaction = readReaction(state['reaction'])
  return { client, person: user.id, ...(at && { at }), ...(reaction && { reaction }) }
}

function readSpot(value: unknown): Spot | null {
  if (typeof value !== 'object' || value === null) return null
  const { story, block, past } = value as Record<string, unknown>
  if (typeof story !== 'string' || !isCount(block) || typeof past !== 'number') return null
  return { story, block, past: Math.min(1, Math.max(0, past)) }
}

function readReaction(value: unknown): Shown['reaction'] {
  if (typeof value !== 'object' || value === null) return null
  const { emoji, count } = value as Record<string, unknown>
  if (typeof emoji !== 'string' || emoji.length > EMOJI_MAX || !isCount(count)) return null
  return { emoji, count }
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0
}
