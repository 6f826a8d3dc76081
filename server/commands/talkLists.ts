import { talkList } from '#lib/domain/lists.ts'
import { readsStory } from '#lib/domain/visibility.ts'
import type { ListChange, ListSnapshot, TalkInfo } from '#lib/schema/wire.ts'
import type { Thread } from '#lib/domain/talk/thread.ts'
import type { Reader } from './lists.ts'
import type { Picture } from './picture.ts'

const TALK = talkList('')

/** Gives the story that a list is the discussion of; null for every other list, and for whoever may not read it. */
export function talkedAbout(picture: Picture, list: string, reader: Reader): string | null {
  if (!list.startsWith(TALK)) return null
  const story = picture.stories.get(list.slice(TALK.length))
  return story && readsStory(picture, story, reader) ? story.id : null
}

/** Gives the header of a discussion. */
export function talkInfo(story: string): TalkInfo {
  return { story }
}

/** Gives the discussion of a story as it is now. */
export function talkSnapshot(picture: Picture, story: string): ListSnapshot<Thread, TalkInfo> {
  const items = [...picture.talks.get(story).values()]
  return { seq: picture.seq, items, info: talkInfo(story) }
}

/** Gives what a discussion lacks that has seen everything up to `since`. */
export function talkChange(
  picture: Picture,
  story: string,
  since: number,
): ListChange<Thread, TalkInfo> {
  const talk = picture.talks.get(story)
  const set: Record<string, Thread> = {}
  const gone: string[] = []
  for (const id of picture.talks.changedSince(story, since)) {
    const thread = talk.get(id)
    if (thread) set[id] = thread
    else gone.push(id)
  }
  return { seq: picture.seq, set, gone, info: talkInfo(story) }
}
