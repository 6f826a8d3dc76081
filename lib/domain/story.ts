import type { Stage } from './stage.ts'

/** One story as lists carry it and as `decide` sees it. Everything a board card shows is here; the prose is not. */
export interface Story {
  readonly id: string
  /** `ABC-42`; null only in a browser's prediction, until the server has numbered the story. */
  readonly key: string | null
  readonly title: string
  readonly stage: Stage
  /** Order inside its stage: a fractional index, compared as plain code units. */
  readonly rank: string
  readonly theme: string | null
  readonly size: string | null
  readonly readiness: null
  readonly capturedBy: string
  /** Milliseconds since the epoch, the server's clock. */
  readonly capturedAt: number
  readonly enteredStageAt: number
  /** Why it was dismissed or bounced, as long as it stays where that put it. */
  readonly reason: string | null
  /** `YYYY-MM-DD`, only in Won't do. */
  readonly revisitOn: string | null
  /** The story this one repeats, only in Won't do. */
  readonly duplicateOf: string | null
  /** Part of the sample data that one click removes. */
  readonly sample: boolean
  /** When it went to the trash (ST7), else null. */
  readonly trashedAt: number | null
}

/** How a story is called where its title would be too long: its key, or "New idea" until it has one. */
export function shortName(story: Story): string {
  return story.key ?? 'New idea'
}

/** What `decide` may look at. The server answers from the workspace, a browser from its list and pending commands. */
export interface WorkspaceState {
  /** The letters before the number in a key. */
  readonly keyPrefix: string
  /** The number of the next captured story; null in a browser, which cannot know it. */
  readonly nextNumber: number | null
  readonly stories: ReadonlyMap<string, Story>
}

export const TITLE_MAX_CHARACTERS = 500
export const REASON_MAX_CHARACTERS = 2_000
/** A story stays in the trash this long before a purge may remove it (ST7). */
export const TRASH_DAYS = 30

/** True for an id a client may choose: 1 to 64 of `A-Z a-z 0-9 _ -`, not starting with a sign, no name of Object.prototype. */
export function isStoryId(id: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(id) && !(id in Object.prototype)
}
