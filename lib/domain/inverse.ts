import type { NewCommand } from './command.ts'
import { assertNever } from './must.ts'
import type { Place } from './rank.ts'
import type { Stage } from './stage.ts'
import type { Story } from './story.ts'

/** What a person saw before a command: enough to take it back. */
export interface Before {
  readonly stories: ReadonlyMap<string, Story>
  readonly columns: Readonly<Record<Stage, readonly Story[]>>
}

/** The reason recorded when a story leaves Ready only because someone took a move back. */
export const UNDONE = 'Undone'

/**
 * Gives the commands that take `command` back, in the order to send them: to the former stage and place, by legal
 * moves only (ST2), so that history shows what happened. `before` is the area just before the command. Null when
 * there is no honest way back.
 */
export function inverseOf(command: NewCommand, before: Before): NewCommand[] | null {
  if (command.type === 'removeSamples') return null
  if (command.type === 'captureStory') return [{ type: 'trashStory', story: command.story }]
  const story = before.stories.get(command.story)
  if (!story)
    return command.type === 'restoreStory' ? [{ type: 'trashStory', story: command.story }] : null
  const place = placeOf(story, before)
  switch (command.type) {
    case 'trashStory':
      return [{ type: 'restoreStory', story: story.id }]
    case 'restoreStory':
      return [{ type: 'trashStory', story: story.id }]
    case 'renameStory':
      return [{ type: 'renameStory', story: story.id, title: story.title }]
    case 'rankStory':
      return [{ type: 'rankStory', story: story.id, place }]
    case 'startRefining':
      return [{ type: 'returnToIdea', story: story.id, place }]
    case 'returnToIdea':
      return [{ type: 'startRefining', story: story.id, place }]
    case 'markReady':
      return [{ type: 'bounceStory', story: story.id, place, reason: UNDONE }]
    case 'bounceStory':
      return [{ type: 'markReady', story: story.id, place }]
    case 'dismissStory':
      return backFromWontDo(story, place)
    case 'reopenStory':
      return [dismissedAgain(story, place)]
    default:
      return assertNever(command)
  }
}

/** Gives where a story stands in its column: behind its neighbour, or at the top. */
function placeOf(story: Story, { columns }: Before): Place {
  const column = columns[story.stage]
  const index = column.findIndex(({ id }) => id === story.id)
  return { after: column[index - 1]?.id ?? null }
}

/** Gives the reason worth showing: not the one recorded when someone only took a move back. */
export function reasonShown({ reason }: Story): string | null {
  return reason === UNDONE ? null : reason
}

function backFromWontDo({ id, stage }: Story, place: Place): NewCommand[] | null {
  switch (stage) {
    case 'idea':
      return [{ type: 'reopenStory', story: id, place }]
    case 'refinement':
      return [
        { type: 'reopenStory', story: id },
        { type: 'startRefining', story: id, place },
      ]
    case 'ready':
      return [
        { type: 'reopenStory', story: id },
        { type: 'startRefining', story: id },
        { type: 'markReady', story: id, place },
      ]
    case 'wont-do':
      return null
    default:
      return assertNever(stage)
  }
}

function dismissedAgain(story: Story, place: Place): NewCommand {
  return {
    type: 'dismissStory',
    story: story.id,
    place,
    reason: story.reason ?? UNDONE,
    ...(story.revisitOn === null ? {} : { revisitOn: story.revisitOn }),
    ...(story.duplicateOf === null ? {} : { duplicateOf: story.duplicateOf }),
  }
}
