import { runAction } from '#components/actions/index.ts'
import { Button } from '#components/ui/Button.tsx'
import type { Move, Stage } from '#lib/domain/stage.ts'
import { storyMoves, type StoryTarget } from './storyActions.ts'

/** The move that most stories take from a stage; a ready story waits to be assigned. */
const NEXT: Record<Stage, Move | null> = {
  idea: 'startRefining',
  refinement: 'markReady',
  ready: null,
  'wont-do': 'reopenStory',
}

/** The one button for what usually comes next. */
export function NextStep({
  target,
  wide = false,
}: {
  readonly target: StoryTarget
  readonly wide?: boolean
}) {
  const move = NEXT[target.story.stage]
  if (move === null) return null
  const action = storyMoves[move]
  return (
    <Button
      look="primary"
      className={wide ? 'w-full' : undefined}
      onClick={() => runAction(action, target)}
    >
      {action.title}
    </Button>
  )
}
