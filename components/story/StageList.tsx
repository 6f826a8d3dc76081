import { ArrowRight } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { runAction } from '#components/actions/index.ts'
import { landingsOf } from '#components/flow/landings.ts'
import { storyMoves } from '#components/flow/moveActions.ts'
import { textsOf } from '#components/language/loaded.ts'
import { classes } from '#components/ui/classes.ts'
import { StageDot } from '#components/ui/StageDot.tsx'
import { moveBetween, type Stage, STAGES } from '#lib/domain/stage.ts'
import type { AreaStory } from '#lib/domain/story.ts'
import type { StoryTarget } from './storyActions.ts'
import { forDays } from './when.ts'

/** The four stages: where the story is, where it can go in one press, and why it cannot go elsewhere (ST2). */
export function StageList({
  target,
  now,
  asked,
}: {
  readonly target: StoryTarget & { readonly story: AreaStory }
  /** Milliseconds since the epoch. */
  readonly now: number
  /** What is being asked, under the stage it is about. */
  readonly asked: { readonly stage: Stage; readonly form: ReactNode } | null
}) {
  const words = textsOf('words')
  const t = textsOf('story')
  const { client, story } = target
  const [explained, setExplained] = useState<Stage | null>(null)
  const explanationId = useId()
  const landings = landingsOf(client, story)
  return (
    <ul aria-label={t('stage')} className="flex flex-col gap-0.5">
      {STAGES.map((stage) => {
        const landing = landings[stage]
        const here = stage === story.stage
        const why = !here && landing.kind === 'closed' ? landing.says : null
        const isExplained = explained === stage && why !== null
        return (
          <li key={stage}>
            <button
              type="button"
              aria-current={here ? 'step' : undefined}
              aria-disabled={why !== null}
              aria-describedby={isExplained ? explanationId : undefined}
              onClick={() => {
                setExplained(why === null ? null : stage)
                const move = moveBetween(story.stage, stage)
                if (move && why === null) runAction(storyMoves[move], target)
              }}
              className={classes(
                'group flex min-h-row-compact w-full items-center gap-2 rounded-button px-2 text-start text-interface transition-colors',
                here && 'cursor-default bg-selected font-medium text-text',
                !here && why === null && 'text-text hover:bg-hover',
                why !== null && 'cursor-help text-subtle',
              )}
            >
              <StageDot stage={stage} />
              <span className="min-w-0 flex-1">{words(`stages.${stage}`)}</span>
              {here ? (
                <span className="text-label font-normal text-muted">
                  {forDays(story.enteredStageAt, now)}
                </span>
              ) : landing.kind === 'asks' || landing.kind === 'held back' ? (
                <span className="text-label text-subtle">{landing.says}</span>
              ) : why === null ? (
                <ArrowRight
                  aria-hidden
                  size={14}
                  className="text-subtle opacity-0 transition-opacity rtl:-scale-x-100 group-hover:opacity-100 group-focus-visible:opacity-100 coarse:opacity-100"
                />
              ) : null}
            </button>
            {isExplained ? (
              <output id={explanationId} className="block px-2 py-1 text-label text-muted">
                {why}
              </output>
            ) : null}
            {asked?.stage === stage ? asked.form : null}
          </li>
        )
      })}
    </ul>
  )
}
