import type { WorkspaceClient } from '#lib/client/client.ts'
import type { Stance } from '#lib/domain/inbox/entry.ts'
import { whyFollows } from '#lib/domain/inbox/followers.ts'
import type { Story } from '#lib/domain/story.ts'

type Follower = Pick<WorkspaceClient, 'me'> & Partial<Pick<WorkspaceClient, 'inbox'>>

/** Gives how the person stands to a story beside watching it; `none` while nothing is known of their inbox. */
export function stanceOf({ inbox }: Follower, story: Story): Stance {
  const view = inbox?.get()
  return (view?.phase === 'ready' && view.byStory.get(story.id)?.stance) || 'none'
}

/** Gives why the person hears of a story, or null when they do not (IN2). */
export function whyHears(client: Follower, story: Story): ReturnType<typeof whyFollows> {
  return whyFollows(story, client.me.id, stanceOf(client, story))
}
