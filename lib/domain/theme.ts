/** A product theme: why a group of stories matters. */
export interface Theme {
  readonly id: string
  readonly name: string
  /** Index into the palette of presence colours, 0 to 11. */
  readonly colour: number
  /** Why it matters; may be empty. */
  readonly intent: string
  /** The time box, `YYYY-MM-DD`, either end may be open. */
  readonly from: string | null
  readonly until: string | null
  readonly rank: string
  /** Part of the sample data that one click archives. */
  readonly sample: boolean
  readonly archivedAt: number | null
}

/** Somebody a story is for. */
export interface Persona {
  readonly id: string
  readonly name: string
  readonly about: string
  /** Part of the sample data that one click archives. */
  readonly sample: boolean
  readonly archivedAt: number | null
}

export const NAME_MAX_CHARACTERS = 60
export const TEXT_MAX_CHARACTERS = 2_000
export const COLOURS = 12
