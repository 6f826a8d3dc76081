import { accept, type Case, type Decision, notFound } from '../decision.ts'
import type { InboxCommand } from '../inbox/command.ts'
import { madeNew, newEntry, unreadOf } from '../inbox/entry.ts'
import { readsStory } from '../visibility.ts'

/** [IN5] [IN6] A person's own inbox: takes no right but reading the story, also while that is in the trash. */
export function decideInbox({ state, actor }: Case, command: InboxCommand): Decision {
  const story = state.stories.get(command.story)
  const entry = state.inbox?.entry(actor.id, command.story)
  // A browser knows no story in the trash; that it has it in the inbox says enough.
  if (story ? !readsStory(state, story, actor) : !entry) return notFound()
  const own = entry ?? newEntry(command.story)
  const { notices, doneUpTo, stance } = own
  const { story: id } = command
  switch (command.type) {
    case 'markNoticesDone': {
      // What has not happened yet is not done.
      const upTo = Math.min(command.upTo, notices[0]?.seq ?? 0)
      return upTo > doneUpTo ? accept({ type: 'NoticesDone', story: id, upTo }) : accept()
    }
    case 'markNoticesUndone': {
      const { downTo } = command
      const isChanged = unreadOf(madeNew(own, downTo)).length > unreadOf(own).length
      return downTo < doneUpTo || isChanged
        ? accept({ type: 'NoticesUndone', story: id, downTo })
        : accept()
    }
    case 'muteStory':
      return stance === 'muted' ? accept() : accept({ type: 'StoryMuted', story: id })
    case 'unmuteStory':
      // Also for who has left: they hear of it again without watching it.
      return stance === 'muted' || stance === 'left'
        ? accept({ type: 'StoryUnmuted', story: id })
        : accept()
  }
}
