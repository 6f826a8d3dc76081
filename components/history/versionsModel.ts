import type { Person } from '#components/ui/Avatar.tsx'
import type { Known } from '#lib/domain/history/known.ts'
import type { Content, VersionEntry } from '#lib/schema/history.ts'
import type { StoryText } from './useStoryText.ts'
import type { VersionsPlace } from './versionActions.ts'

/** What the views of a story's versions have in common. */
export interface VersionsModel {
  readonly place: VersionsPlace
  /** Where the versions are, below `/api/v1`. */
  readonly path: string
  readonly versions: readonly VersionEntry[]
  readonly text: StoryText
  readonly known: Known
  /** Why this person cannot name or restore anything now; null where they can. */
  readonly refusal: string | null
  /** Milliseconds since the epoch. */
  readonly now: number
  personOf(id: string): Person
  /** Opens the comparison of a version with the text of now. */
  compare(version: number): void
  restoreAll(version: VersionEntry, content: readonly Content[]): void
}
