import type { DocumentFacts } from './facts.ts'
import type { Readiness } from './readiness.ts'
import type { Stage } from './stage.ts'
import type { TalkCount } from './talk/thread.ts'

/**
 * One story as lists carry it and as `decide` sees it: in a stage of the refinement area, or in a step of exactly one
 * team's backlog. Everything a card shows is here; the prose is not.
 */
export type Story = AreaStory | TeamStory

/** A story in the refinement area. Size and schedule exist only on a team backlog (ST5). */
export interface AreaStory extends StoryCore {
  readonly stage: Stage
  readonly team: null
  readonly step: null
  readonly size: null
  readonly schedule: null
  readonly completedAt: null
}

/** A story on a team's backlog. */
export interface TeamStory extends StoryCore {
  readonly stage: null
  readonly team: string
  /** The id of one of the team's steps. */
  readonly step: string
  /** One of the team's scale, null while nobody has sized it. */
  readonly size: string | null
  /** `YYYY-MM-DD`: the first day of the iteration it is planned for, or the day it is due where a team has no iterations. */
  readonly schedule: string | null
  /** When it entered a `done` step (ST6), milliseconds since the epoch. */
  readonly completedAt: number | null
}

interface StoryCore {
  readonly id: string
  /** `ABC-42`; null only in a browser's prediction, until the server has numbered the story. */
  readonly key: string | null
  readonly title: string
  /** Order inside its stage or its team's backlog: a fractional index, compared as plain code units. */
  readonly rank: string
  readonly theme: string | null
  /** A persona's id, NOT_NEEDED, or null while nobody has chosen. */
  readonly persona: string | null
  readonly labels: readonly string[]
  /** Stories this one waits for; none where somebody said so (empty), unknown where nobody has (null). */
  readonly dependencies: readonly string[] | null
  /** Who has acknowledged the story for which side (RD2): user ids. */
  readonly acknowledged: Acknowledged
  /** What its document says, as the server last read it; null before anything was written. */
  readonly facts: DocumentFacts | null
  readonly readiness: Readiness
  /** Its text as the server last recorded it: a digest, when, and who wrote last. Absent where nothing was recorded yet. */
  readonly written?: { readonly text: string; readonly at: number; readonly by: string }
  /** The digest of the criteria that the team sized or started (RD6); null while it has done neither. */
  readonly agreed: string | null
  /** Who wants it: user ids, in the order of their votes. */
  readonly votes: readonly string[]
  readonly watchers: readonly string[]
  /** How much is said about it; what, its discussion tells. */
  readonly talk: TalkCount
  readonly capturedBy: string
  /** Milliseconds since the epoch, the server's clock. */
  readonly capturedAt: number
  /** When it came into its stage or step. */
  readonly enteredStageAt: number
  /** When somebody last did something with it: its text, its facts, its place, its discussion (QU2). */
  readonly activeAt: number
  /** When somebody said to keep it although it was quiet; null where nobody has (QU3). */
  readonly keptAt: number | null
  /** Why it was dismissed or bounced, as long as it stays where that put it. */
  readonly reason: string | null
  /** `YYYY-MM-DD`, only in Won't do. */
  readonly revisitOn: string | null
  /** Who chose that day, and is reminded on it. */
  readonly setAsideBy: string | null
  /** The story this one repeats, only in Won't do. */
  readonly duplicateOf: string | null
  /** Part of the sample data that one click removes. */
  readonly sample: boolean
  /** When it left its list for that of closed stories (CL1); absent while it is on its list. */
  readonly filedAt?: number
  /** When it went to the trash (ST7), else null. */
  readonly trashedAt: number | null
}

/** The sides that acknowledge a story before it is ready (RD2). */
export const SIDES = ['product', 'design', 'engineering'] as const
export type Side = (typeof SIDES)[number]
export type Acknowledged = Readonly<Partial<Record<Side, string>>>

/** The choice "this story needs no persona": it meets the check as a persona does. */
export const NOT_NEEDED = 'not-needed'

/** True for a story in the refinement area, false for one on a team's backlog. */
export function isAreaStory(story: Story): story is AreaStory {
  return story.stage !== null
}

/** True for a closed story that is on the list of those (CL1). */
export function isFiled(story: Pick<Story, 'filedAt'>): boolean {
  return story.filedAt !== undefined
}

/** Gives the digest of a story's text, as far as it was recorded; '' before anything was. */
export function textOf(story: Pick<Story, 'written'>): string {
  return story.written?.text ?? ''
}

/** How a story is called where its title would be too long: its key, or "New idea" until it has one. */
export function shortName(story: Story): string {
  return story.key ?? 'New idea'
}

export const TITLE_MAX_CHARACTERS = 500
export const REASON_MAX_CHARACTERS = 2_000
export const LABEL_MAX_CHARACTERS = 40
export const LABELS_MAX = 20
export const DEPENDENCIES_MAX = 50
/** A story stays in the trash this long before a purge may remove it (ST7). */
export const TRASH_DAYS = 30

/** True for what may be the name of a block in a story's document. */
export function isBlockName(name: string): boolean {
  return /^[A-Za-z0-9_-]{1,40}$/.test(name)
}

/** True for an id a client may choose: 1 to 64 of `A-Z a-z 0-9 _ -`, not starting with a sign, no name of Object.prototype. */
export function isStoryId(id: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(id) && !(id in Object.prototype)
}
