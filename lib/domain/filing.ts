import type { EventType, NewEvent } from './event.ts'
import { isFiled, type Story } from './story.ts'

/** A story that is done stays on its list for so many days (CL1). */
export const DONE_STAYS_DAYS = 30
/** One that was set aside stays for so many. */
export const ASIDE_STAYS_DAYS = 90
const DAY_MS = 86_400_000

/**
 * Gives what is to be filed (CL1, CL2). `restored`: when stories last came out of the trash; `now`: milliseconds since the
 * epoch. One pass over the stories, and one over what those that stay name.
 */
export function filingsDue(
  stories: ReadonlyMap<string, Story>,
  restored: ReadonlyMap<string, number>,
  now: number,
): Extract<NewEvent, { type: 'StoryFiled' }>[] {
  const due = new Map<string, Story>()
  const staying: Story[] = []
  for (const story of stories.values()) {
    if (story.trashedAt !== null || isFiled(story)) continue
    if (isClosedForLong(story, restored.get(story.id) ?? 0, now)) due.set(story.id, story)
    else staying.push(story)
  }
  // What stays keeps what it names, and that what it names in turn: titles are where they are read.
  for (let story = staying.pop(); story && due.size > 0; story = staying.pop()) {
    for (const id of namedBy(story)) {
      const named = due.get(id)
      if (named) staying.push(named)
      due.delete(id)
    }
  }
  return [...due.keys()].map((story) => ({ type: 'StoryFiled', story }))
}

/** [CL3] True for an event that brings a story that was filed back to its list. */
export function endsFiling({ type }: { readonly type: string }): boolean {
  return ENDS_FILING.has(type)
}

const ENDS_FILING: ReadonlySet<string> = new Set<EventType>([
  'StoryMoved',
  'StorySentBack',
  'StoryAssigned',
  'StoryReassigned',
  'StoryStepped',
  'StoryRestored',
])

/** A day on which it comes back keeps it, and so does that day once it has come, as if it had been set aside on it. */
function isClosedForLong(story: Story, restoredAt: number, now: number): boolean {
  const since = Math.max(story.enteredStageAt, restoredAt)
  if (story.stage === null) {
    return story.completedAt !== null && now - since >= DONE_STAYS_DAYS * DAY_MS
  }
  if (story.stage !== 'wont-do') return false
  const cameBack = story.revisitOn === null ? 0 : Date.parse(story.revisitOn)
  return now - Math.max(since, cameBack) >= ASIDE_STAYS_DAYS * DAY_MS
}

function namedBy({ dependencies, duplicateOf }: Story): readonly string[] {
  return [...(dependencies ?? []), ...(duplicateOf === null ? [] : [duplicateOf])]
}
