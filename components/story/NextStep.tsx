import { type Action, availability, runAction, titleOf } from '#components/actions/index.ts'
import { type MoveTarget, storyMoves } from '#components/flow/moveActions.ts'
import { assignStory } from '#components/flow/teamActions.ts'
import { Button } from '#components/ui/Button.tsx'
import type { Stage } from '#lib/domain/stage.ts'
import { isAreaStory } from '#lib/domain/story.ts'
import type { StoryTarget } from './storyActions.ts'

/** What most stories do next from a stage. */
const NEXT: Record<Stage, Action<MoveTarget>> = {
  idea: storyMoves.startRefining,
  refinement: storyMoves.markReady,
  ready: assignStory,
  'wont-do': storyMoves.reopenStory,
}

/** The one button for what usually comes next; greyed with the reason where this person may not. */
export function NextStep({
  target,
  wide = false,
  small = false,
}: {
  readonly target: StoryTarget
  readonly wide?: boolean
  readonly small?: boolean
}) {
  const { story } = target
  if (!isAreaStory(story)) return null
  const action = NEXT[story.stage]
  const can = availability(action, target)
  if (can.kind === 'hidden') return null
  const why = can.kind === 'explained' ? can.reason : null
  return (
    <div className={wide ? 'flex flex-col gap-1' : undefined}>
      <Button
        look={why === null ? 'primary' : 'secondary'}
        size={small ? 'small' : 'normal'}
        title={why ?? undefined}
        aria-disabled={why !== null || undefined}
        className={wide ? 'w-full' : undefined}
        onClick={() => runAction(action, target)}
      >
        {titleOf(action)}
      </Button>
      {wide && why ? <p className="px-2 text-label text-subtle">{why}</p> : null}
    </div>
  )
}
