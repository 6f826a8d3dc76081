import type { StoryEvent } from './event.ts'
import { assertNever, must } from './must.ts'
import type { Story } from './story.ts'

/**
 * Gives the story after an event. Pure: the server's rows, every browser's lists and the fold in the tests (I8)
 * all come from here. `before` is undefined only for StoryCaptured.
 */
export function apply(before: Story | undefined, event: StoryEvent): Story {
  if (event.type === 'StoryCaptured') return captured(event)
  const story = must(before, `story ${event.story} of event ${event.seq}`)
  switch (event.type) {
    case 'StoryRenamed':
      return { ...story, title: event.to }
    case 'StoryMoved':
      return {
        ...story,
        stage: event.to,
        rank: event.rank,
        enteredStageAt: event.at,
        reason: event.reason,
        revisitOn: event.revisitOn,
        duplicateOf: event.duplicateOf,
      }
    case 'StoryRanked':
      return { ...story, rank: event.to }
    case 'StoryTrashed':
      return { ...story, trashedAt: event.at }
    case 'StoryRestored':
      return { ...story, trashedAt: null, rank: event.rank }
    default:
      return assertNever(event)
  }
}

function captured(event: Extract<StoryEvent, { type: 'StoryCaptured' }>): Story {
  return {
    id: event.story,
    key: event.key,
    title: event.title,
    stage: event.stage,
    rank: event.rank,
    theme: null,
    size: null,
    readiness: null,
    capturedBy: event.by,
    capturedAt: event.at,
    enteredStageAt: event.at,
    reason: null,
    revisitOn: null,
    duplicateOf: null,
    sample: event.sample,
    trashedAt: null,
  }
}
