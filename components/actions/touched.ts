import { isAboutStory, type NewCommand } from '#lib/domain/command.ts'
import { type Before, inverseOf } from '#lib/domain/inverse.ts'
import type { Story } from '#lib/domain/story.ts'
import { isTalk } from '#lib/domain/talk/command.ts'

/** What a command changed, as it stands now: `what` people would call a change of it since. Compared as text. */
export interface Touched {
  readonly now: string
  readonly what: 'moved' | 'renamed' | 'changed'
}

/**
 * Gives what a command is about, so that undo can tell whether somebody has changed the same thing since (UX9). Null when
 * that cannot matter: it is the person's own (a vote), or it is not there (in the trash).
 */
export function touchedBy(command: NewCommand, area: Before): Touched | null {
  // What taking a setting back would restore: as long as that is the same, nobody has changed it.
  if (!isAboutStory(command)) return of(inverseOf(command, area), 'changed')
  // What was said is one's own, wherever its story has gone since.
  if (isTalk(command)) return null
  const story = area.stories.get(command.story)
  if (!story) return null
  switch (command.type) {
    case 'renameStory':
      return of(story.title, 'renamed')
    case 'setTheme':
      return of(story.theme, 'changed')
    case 'setPersona':
      return of(story.persona, 'changed')
    case 'setLabels':
      return of(story.labels, 'changed')
    case 'setDependencies':
      return of(story.dependencies, 'changed')
    case 'sizeStory':
      return of([homeOf(story), story.size], 'changed')
    case 'scheduleStory':
      return of([homeOf(story), story.schedule], 'changed')
    case 'acknowledgeStory':
    case 'withdrawAcknowledgement':
      return of(story.acknowledged[command.side] ?? null, 'changed')
    case 'upvoteStory':
    case 'withdrawVote':
    case 'watchStory':
    case 'unwatchStory':
    case 'keepStory':
    case 'withdrawKeep':
    case 'markNoticesDone':
    case 'markNoticesUndone':
    case 'muteStory':
    case 'unmuteStory':
      return null
    default:
      return of(homeOf(story), 'moved')
  }
}

/** Where a story is; its order there is nobody's business but the next one's who orders it. */
function homeOf({ stage, team, step }: Story): readonly (string | null)[] {
  return [stage, team, step]
}

function of(value: unknown, what: Touched['what']): Touched {
  return { now: JSON.stringify(value ?? null), what }
}
