import { refusalIn } from '#components/language/refusalText.ts'
import type { WorkspaceClient } from '#lib/client/client.ts'
import type { NewCommand } from '#lib/domain/command.ts'
import type { Place } from '#lib/domain/rank.ts'
import type { Story } from '#lib/domain/story.ts'

/** What actions on stories need of a client. */
export type StoryClient = Pick<WorkspaceClient, 'workspaceId' | 'me' | 'send' | 'area' | 'judge'> &
  Partial<Pick<WorkspaceClient, 'inbox' | 'sendAll'>>

/** What an action about one story acts on, wherever it is shown. */
export interface StoryTarget {
  readonly client: StoryClient
  readonly story: Story
}

/** The same where an action may have to ask something first, in place (UX10, UX20). */
export interface AskingTarget extends StoryTarget {
  readonly ask: (question: Question) => void
  /** Brings the story itself on the screen; absent where it is there already. */
  readonly reveal?: () => void
}

/** What has to be answered before a story goes somewhere. */
export type Question =
  /** Why (ST2, ST4). */
  | {
      readonly kind: 'reason'
      readonly move: 'bounceStory' | 'dismissStory'
      readonly place?: Place
    }
  /** Whether it goes to Ready although checks are missing (RD1). */
  | { readonly kind: 'gate'; readonly place?: Place }
  /** To which team (ST3, ST4). */
  | { readonly kind: 'team'; readonly command: 'assignToTeam' | 'reassignStory' }

/** For `when` of an action: true when a command would be accepted now, else the sentence why not and whom to ask. */
export function allowed(client: StoryClient, command: NewCommand): true | string {
  const no = client.judge(command)
  return no ? refusalIn(no) : true
}
