import { accept, type Case, type Decision, nameOf } from '../decision.ts'
import { refusalOf } from '../permissions.ts'
import { isQuiet, mayBeQuiet } from '../quiet.ts'
import { refuse } from '../refusal.ts'
import type { Story } from '../story.ts'

/** [QU3] A quiet story is kept, so that it no longer folds away, or that is taken back. A part of refining. */
export function keepStory(
  { state, actor, now }: Case,
  story: Story,
  type: 'keepStory' | 'withdrawKeep',
): Decision {
  if (!mayBeQuiet(story)) {
    return refuse(
      'neverQuiet',
      `${nameOf(story)} does not fold away where it is: only ideas and stories in Refinement and Ready do. Nothing was changed.`,
    )
  }
  const no = refusalOf(state, actor, 'keep', { story })
  if (no) return no
  if (type === 'withdrawKeep') {
    // A keep that has run out has no effect any more, and nothing is taken from it.
    const hasEffect = story.keptAt !== null && !isQuiet(story, now)
    return hasEffect ? accept({ type: 'KeepWithdrawn', story: story.id }) : accept()
  }
  return isQuiet(story, now) ? accept({ type: 'StoryKept', story: story.id }) : accept()
}
