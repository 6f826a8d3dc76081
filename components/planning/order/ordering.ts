import type { Workplace } from '#components/actions/index.ts'
import type { FocusState } from '#components/cards/listFocus.ts'
import type { Store } from '#components/cards/store.ts'
import type { WorkspaceClient } from '#lib/client/client.ts'
import type { TeamStory } from '#lib/domain/story.ts'

export interface OrderState extends FocusState {
  /** A pointer is down on a row: nothing may move under it (UX14). */
  readonly pressed: boolean
  /** The story that is dragged. */
  readonly lifted: string | null
  /** What is said to whoever does not see it. */
  readonly said: string
}

/** What the actions on the order of a backlog act with; it always answers for now. */
export interface Ordering extends Workplace {
  readonly state: Store<OrderState>
  readonly judge: WorkspaceClient['judge']
  /** The whole backlog in its order. */
  readonly whole: () => readonly TeamStory[]
  /** What is not done, in the order of the screen. */
  readonly open: () => readonly TeamStory[]
}

/** One story of it. */
export interface OrderTarget {
  readonly ordering: Ordering
  readonly story: TeamStory
}
