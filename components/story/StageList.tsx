import { ArrowRight } from 'lucide-react'
import { useId, useState } from 'react'
import { runAction } from '#components/actions/index.ts'
import { ReasonForm } from '#components/actions/ReasonForm.tsx'
import { classes } from '#components/ui/classes.ts'
import { StageDot } from '#components/ui/StageDot.tsx'
import {
  explainNoMove,
  type Move,
  moveBetween,
  type Stage,
  STAGE_NAMES,
  STAGES,
} from '#lib/domain/stage.ts'
import { storyMoves, type StoryTarget } from './storyActions.ts'
import { forDays } from './when.ts'

/** The four stages: where the story is, where it can go in one press, and why it cannot go elsewhere (ST2). */
export function StageList({
  target,
  now,
  asking,
  onAsked,
}: {
  readonly target: StoryTarget
  /** Milliseconds since the epoch. */
  readonly now: number
  /** The move whose reason is being asked for. */
  readonly asking: Move | null
  readonly onAsked: () => void
}) {
  const { story } = target
  const [refusedStage, setRefusedStage] = useState<Stage | null>(null)
  const explanationId = useId()
  return (
    <ul aria-label="Stage" className="flex flex-col gap-0.5">
      {STAGES.map((stage) => {
        const move = moveBetween(story.stage, stage)
        const here = stage === story.stage
        const explained = refusedStage === stage && !here && move === null
        return (
          <li key={stage}>
            <button
              type="button"
              aria-current={here ? 'step' : undefined}
              aria-disabled={!here && move === null}
              aria-describedby={explained ? explanationId : undefined}
              onClick={() => {
                setRefusedStage(move === null ? stage : null)
                if (move) runAction(storyMoves[move], target)
              }}
              className={classes(
                'group flex min-h-row-compact w-full items-center gap-2 rounded-button px-2 text-left text-interface transition-colors',
                here && 'cursor-default bg-selected font-medium text-text',
                !here && move && 'text-text hover:bg-hover',
                !here && !move && 'cursor-help text-subtle',
              )}
            >
              <StageDot stage={stage} />
              <span className="min-w-0 flex-1">{STAGE_NAMES[stage]}</span>
              {here ? (
                <span className="text-label font-normal text-muted">
                  {forDays(story.enteredStageAt, now)}
                </span>
              ) : move ? (
                <ArrowRight
                  aria-hidden
                  size={14}
                  className="text-subtle opacity-0 transition-opacity group-hover:opacity-100 group-focus-visible:opacity-100 coarse:opacity-100"
                />
              ) : null}
            </button>
            {explained ? (
              <output id={explanationId} className="block px-2 py-1 text-label text-muted">
                {explainNoMove(story.stage, stage)}
              </output>
            ) : null}
            {asking && asking === move ? (
              <div className="my-1 rounded-card border bg-surface p-3">
                <ReasonForm
                  workspaceId={target.client.workspaceId}
                  story={story}
                  move={asking}
                  onGiven={(given) =>
                    runAction(storyMoves[asking], { ...target, ...given }, { refusalShown: true })
                  }
                  onDone={onAsked}
                />
              </div>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
