import type { StoryEvent } from '../event.ts'

/** What a person did to their own inbox: nobody else's business (IN6). */
export type InboxFact =
  | { readonly type: 'NoticesDone'; readonly upTo: number }
  | { readonly type: 'NoticesUndone'; readonly downTo: number }
  | { readonly type: 'StoryMuted' | 'StoryUnmuted' }

/** The types of events that only whoever caused them may know of. */
export const PRIVATE_EVENTS = [
  'NoticesDone',
  'NoticesUndone',
  'StoryMuted',
  'StoryUnmuted',
] as const satisfies readonly InboxFact['type'][]
export type PrivateType = (typeof PRIVATE_EVENTS)[number]
export type PrivateEvent = Extract<StoryEvent, { readonly type: PrivateType }>

/** True for an event that nobody but whoever caused it may know of. */
export function isPrivateEvent(event: { readonly type: string }): event is PrivateEvent {
  return (PRIVATE_EVENTS as readonly string[]).includes(event.type)
}

/** True for an event that leaves the story as it is: only inboxes take note. */
export function leavesStory(event: { readonly type: string }): boolean {
  return event.type === 'RevisitCame' || isPrivateEvent(event)
}
