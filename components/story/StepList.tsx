import { ArrowRight } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { availability, type ReadyArea, runAction, titleOf } from '#components/actions/index.ts'
import { storyMoves } from '#components/flow/moveActions.ts'
import { moveToStep, reassignStory } from '#components/flow/teamActions.ts'
import { textsOf } from '#components/language/loaded.ts'
import { Link } from '#components/shell/Link.tsx'
import { Button } from '#components/ui/Button.tsx'
import { classes } from '#components/ui/classes.ts'
import { StageDot } from '#components/ui/StageDot.tsx'
import { StepDot } from '#components/ui/StepDot.tsx'
import type { TeamStory } from '#lib/domain/story.ts'
import type { StoryTarget } from './storyActions.ts'
import { forDays } from './when.ts'

/** The steps of the team that has a story: where it is, every other one a press away, and the ways off the backlog (ST4, ST6). */
export function StepList({
  target,
  area,
  now,
  asked,
}: {
  readonly target: StoryTarget & { readonly story: TeamStory }
  readonly area: ReadyArea
  /** Milliseconds since the epoch. */
  readonly now: number
  /** What is being asked before it leaves the backlog. */
  readonly asked: ReactNode
}) {
  const words = textsOf('words')
  const t = textsOf('story')
  const { story } = target
  const team = area.settings.teams.get(story.team)
  const [explained, setExplained] = useState<string | null>(null)
  const explanationId = useId()
  if (!team) return null
  return (
    <div className="flex flex-col gap-1">
      <Link
        to={{ page: 'backlog', team: team.id }}
        className="target flex min-h-7 items-center gap-2 self-start rounded-control px-2 text-interface font-medium hover:underline"
      >
        <StageDot stage="backlog" />
        {team.name}
      </Link>
      <ul aria-label={t('step')} className="flex flex-col gap-0.5">
        {team.steps.map((step) => {
          const here = step.id === story.step
          const can = availability(moveToStep, { ...target, step: step.id })
          const why = can.kind === 'explained' ? can.reason : null
          return (
            <li key={step.id}>
              <button
                type="button"
                aria-current={here ? 'step' : undefined}
                aria-disabled={!here && why !== null}
                aria-describedby={explained === step.id ? explanationId : undefined}
                onClick={() => {
                  setExplained(why === null || here ? null : step.id)
                  if (!here && why === null) runAction(moveToStep, { ...target, step: step.id })
                }}
                className={classes(
                  'group flex min-h-row-compact w-full items-center gap-2 rounded-button px-2 text-start text-interface transition-colors',
                  here && 'cursor-default bg-selected font-medium text-text',
                  !here && why === null && 'text-text hover:bg-hover',
                  !here && why !== null && 'cursor-help text-subtle',
                )}
              >
                <StepDot kind={step.category} />
                <span className="min-w-0 flex-1 wrap-anywhere">
                  {step.name}
                  {step.name === words(`categories.${step.category}`) ? null : (
                    <span className="sr-only">, {words(`categories.${step.category}`)}</span>
                  )}
                </span>
                {here ? (
                  <span className="text-label font-normal text-muted">
                    {forDays(story.enteredStageAt, now)}
                  </span>
                ) : why === null ? (
                  <ArrowRight
                    aria-hidden
                    size={14}
                    className="text-subtle opacity-0 transition-opacity rtl:-scale-x-100 group-hover:opacity-100 group-focus-visible:opacity-100 coarse:opacity-100"
                  />
                ) : null}
              </button>
              {explained === step.id && why !== null ? (
                <output id={explanationId} className="block px-2 py-1 text-label text-muted">
                  {why}
                </output>
              ) : null}
            </li>
          )
        })}
      </ul>
      <div className="flex flex-wrap gap-1">
        {[storyMoves.bounceStory, reassignStory, storyMoves.dismissStory].map((action) => {
          const can = availability(action, target)
          if (can.kind === 'hidden') return null
          return (
            <Button
              key={action.id}
              look="quiet"
              size="small"
              title={can.kind === 'explained' ? can.reason : undefined}
              aria-disabled={can.kind === 'explained' || undefined}
              className={can.kind === 'explained' ? 'opacity-55' : undefined}
              onClick={() => runAction(action, target)}
            >
              {titleOf(action)}
            </Button>
          )
        })}
      </div>
      {asked}
    </div>
  )
}
