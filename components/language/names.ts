import type { Member } from '#lib/domain/state.ts'
import type { Settings } from '#lib/domain/settings.ts'
import type { Stage } from '#lib/domain/stage.ts'
import type { Story } from '#lib/domain/story.ts'
import { textsOf } from './loaded.ts'
import { inAList } from './pageLanguage.ts'

/** Gives what people call a stage. */
export function stageName(stage: Stage): string {
  return textsOf('words.stages')(stage)
}

/** Gives how a sentence calls a story: its key, or that it has none yet. */
export function storyName({ key }: Pick<Story, 'key'>): string {
  return key ?? textsOf('flow')('newIdea')
}

/** Gives where a story is, in words: its stage, or its team and the step there. */
export function homeName(story: Story, { teams }: Pick<Settings, 'teams'>): string {
  if (story.stage !== null) return stageName(story.stage)
  const team = teams.get(story.team)
  const step = team?.steps.find(({ id }) => id === story.step)
  return [team?.name ?? textsOf('flow')('aTeam'), step?.name].filter(Boolean).join(', ')
}

/** Gives people as a sentence names them, whoever reads it first: "You, Bo and 3 others". */
export function named(members: readonly Member[], reader: string): string {
  const t = textsOf('words')
  const names = members.filter(({ id }) => id !== reader).map(({ name }) => name)
  if (names.length < members.length) names.unshift(t('you'))
  if (names.length <= 3) return inAList(names)
  return t('andOthers', { names: names.slice(0, 2).join(', '), count: names.length - 2 })
}
