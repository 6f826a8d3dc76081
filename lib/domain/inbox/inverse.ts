import type { NewCommand } from '../command.ts'
import type { InboxCommand } from './command.ts'
import type { Story } from '../story.ts'
import { type InboxEntry, unreadOf } from './entry.ts'

/** A person's own inbox as they saw it. */
export interface OwnInbox {
  /** Whose it is. */
  readonly me: string
  entry(story: string): Known | undefined
}

type Known = Pick<InboxEntry, 'notices' | 'doneUpTo' | 'settled' | 'stance'>

/** Gives what takes a command about one's own inbox back; null where nothing is known of the story there. */
export function inverseInInbox(
  { type, story }: Pick<InboxCommand, 'type' | 'story'>,
  entry: Known | undefined,
): NewCommand[] | null {
  switch (type) {
    case 'markNoticesDone':
      return entry ? [{ type: 'markNoticesUndone', story, downTo: entry.doneUpTo }] : null
    case 'markNoticesUndone': {
      if (!entry) return null
      // What was settled and not marked is, once more, done.
      const isAllDone = unreadOf(entry).length === 0
      const upTo = isAllDone ? (entry.notices[0]?.seq ?? 0) : entry.doneUpTo
      return [{ type: 'markNoticesDone', story, upTo }]
    }
    case 'muteStory':
      return [{ type: 'unmuteStory', story }]
    case 'unmuteStory':
      return [{ type: 'muteStory', story }]
  }
}

/**
 * Gives what takes watching back, or the end of it. Who hears of a story without watching it (they captured it) hears of it
 * again and does not watch it; where the inbox is not known, watching is all there is.
 */
export function inverseOfWatching(
  type: 'watchStory' | 'unwatchStory',
  { id: story, watchers }: Story,
  inbox: OwnInbox | undefined,
): NewCommand[] | null {
  const watched = inbox !== undefined && watchers.includes(inbox.me)
  const stance = inbox?.entry(story)?.stance
  if (type === 'unwatchStory') {
    return [{ type: inbox === undefined || watched ? 'watchStory' : 'unmuteStory', story }]
  }
  if (stance === 'muted') {
    const mute = { type: 'muteStory', story } as const
    return watched ? [mute] : [{ type: 'unwatchStory', story }, mute]
  }
  // It was there by a merge and they had left: that cannot be said again.
  return watched ? null : [{ type: 'unwatchStory', story }]
}
