import type { StoryEvent } from '../event.ts'
import { isInTalk } from '../talk/event.ts'
import { type InboxEntry, madeNew, settledBy, unsettledBy } from './entry.ts'
import type { What } from './notice.ts'
import type { TalkEvent } from './ofTalk.ts'

/** Gives what a person's own act makes of their entry. */
export function ownAct(entry: InboxEntry, event: StoryEvent): InboxEntry {
  if (isInTalk(event)) return talkSettled(entry, event)
  switch (event.type) {
    case 'NoticesDone':
      return { ...entry, doneUpTo: Math.max(entry.doneUpTo, event.upTo) }
    case 'NoticesUndone':
      return madeNew(entry, event.downTo)
    case 'StoryMuted':
      return { ...entry, stance: 'muted' }
    case 'StoryUnmuted':
      return { ...entry, stance: 'taking-part' }
    case 'StoryUnwatched':
      return { ...entry, stance: 'left' }
    case 'StoryWatched':
      // Watching is told by the story; what stood against it goes.
      return entry.stance === 'left' || entry.stance === 'muted'
        ? { ...entry, stance: 'none' }
        : entry
    default:
      return entry
  }
}

/** [IN9] Whoever answers, resolves or decides has seen to what they were told of the thread; taken back, it waits again. */
function talkSettled(entry: InboxEntry, event: TalkEvent): InboxEntry {
  const { thread } = event
  switch (event.type) {
    case 'ThreadReplied':
    case 'CommentRestored':
      return settledBy(entry, event.comment, isOf(thread))
    case 'CommentDeleted':
      return unsettledBy(entry, event.comment)
    case 'ThreadResolved':
      return settledBy(entry, `resolved ${thread}`, isOf(thread))
    case 'ThreadReopened':
      return unsettledBy(entry, `resolved ${thread}`)
    case 'SuggestionSettled':
      return settledBy(entry, `settled ${thread}`, isOf(thread))
    case 'SuggestionUnsettled':
      return unsettledBy(entry, `settled ${thread}`)
    case 'ThreadStarted':
    case 'CommentEdited':
    case 'CommentReacted':
    case 'ReactionWithdrawn':
      return entry
  }
}

function isOf(thread: string): (what: What) => boolean {
  return (what) => 'thread' in what && what.thread === thread
}
