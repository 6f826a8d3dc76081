import type { Role } from './roles.ts'
import type { Settings } from './settings.ts'
import type { Story } from './story.ts'

/** What `decide` may look at. The server answers from the workspace, a browser from its lists and pending commands. */
export interface WorkspaceState {
  /** The letters before the number in a key. */
  readonly keyPrefix: string
  /** The number of the next captured story; null in a browser, which cannot know it. */
  readonly nextNumber: number | null
  readonly stories: ReadonlyMap<string, Story>
  /** The ids of stories that were removed for good; absent in a browser, which knows nothing of them. */
  readonly purged?: ReadonlySet<string>
  readonly settings: Settings
  readonly members: ReadonlyMap<string, Member>
}

/** Somebody in the workspace. */
export interface Member {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
}
