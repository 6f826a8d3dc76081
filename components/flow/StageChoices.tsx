import { stageName } from '#components/language/names.ts'
import { MenuItem } from '#components/ui/Menu.tsx'
import { StageDot } from '#components/ui/StageDot.tsx'
import { MOVE_RULES, moveBetween, type Stage, STAGES } from '#lib/domain/stage.ts'
import type { AreaStory } from '#lib/domain/story.ts'
import { type Landing, landingsOf } from './landings.ts'
import type { StoryClient } from './target.ts'

/** A stage a story could go to, and what awaits it there. */
export interface StageChoice {
  readonly stage: Stage
  readonly landing: Landing
  /** Going there asks for a reason. */
  readonly asks: boolean
}

/** Gives the stages a story could go to, those that take it first. */
export function byPossibility(client: StoryClient, story: AreaStory): readonly StageChoice[] {
  const landings = landingsOf(client, story)
  const choices = STAGES.filter((stage) => stage !== story.stage).map((stage) => {
    const move = moveBetween(story.stage, stage)
    return { stage, landing: landings[stage], asks: move !== null && MOVE_RULES[move].needsReason }
  })
  const closed = ({ landing }: StageChoice) => landing.kind === 'closed'
  return [...choices.filter((choice) => !closed(choice)), ...choices.filter(closed)]
}

/** The stages as entries of a menu: those that do not take the story with the reason. */
export function StageChoices({
  choices,
  onChoose,
}: {
  readonly choices: readonly StageChoice[]
  readonly onChoose: (stage: Stage) => void
}) {
  return choices.map(({ stage, landing, asks }) => (
    <MenuItem
      key={stage}
      icon={<StageDot stage={stage} />}
      unavailable={landing.kind === 'closed' ? landing.says : null}
      onSelect={() => onChoose(stage)}
    >
      {stageName(stage)}
      {asks ? '…' : ''}
      {landing.kind === 'asks' || landing.kind === 'held back' ? (
        <span className="block text-label text-subtle">{landing.says}</span>
      ) : null}
    </MenuItem>
  ))
}
