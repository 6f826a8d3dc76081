import { daysBetween } from './ageing.ts'
import type { EventType } from './event.ts'
import type { Story } from './story.ts'

/** A story in which nothing happened for so many days folds away at the end of its column (QU1). */
export const QUIET_DAYS = 60

/**
 * [QU1] True for a story that waits in Idea, Refinement or Ready and in which nothing happened for 60 days. `now`:
 * milliseconds since the epoch. Nothing closes itself: it only folds away.
 */
export function isQuiet(story: Story, now: number): boolean {
  return mayBeQuiet(story) && quietDays(story, now) >= QUIET_DAYS
}

/** True where stories can be quiet: what is decided against rests, and a backlog is kept short by its team. */
export function mayBeQuiet({ stage }: Story): boolean {
  return stage !== null && stage !== 'wont-do'
}

/** Gives the whole days since something happened in a story, or somebody said to keep it. */
export function quietDays({ activeAt, keptAt }: Story, now: number): number {
  return daysBetween(Math.max(activeAt, keptAt ?? 0), now)
}

/** [QU2] True for an event that says that somebody did something with the story itself. */
export function isActivity({ type }: { readonly type: string }): boolean {
  return !NO_ACTIVITY.has(type)
}

/** What people do to their own inbox and watching, what comes by itself, and keeping, which has a mark of its own. */
const NO_ACTIVITY: ReadonlySet<string> = new Set<EventType>([
  'StoryWatched',
  'StoryUnwatched',
  'NoticesDone',
  'NoticesUndone',
  'StoryMuted',
  'StoryUnmuted',
  'RevisitCame',
  'StoryFiled',
  'StoryTrashed',
  'StoryKept',
  'KeepWithdrawn',
])
