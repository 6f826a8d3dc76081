import type { Settings } from './settings.ts'
import { STAGE_NAMES } from './stage.ts'
import type { Story } from './story.ts'

/** Gives where a story is, in words: its stage, or its team and the step there. */
export function homeName(story: Story, { teams }: Pick<Settings, 'teams'>): string {
  if (story.stage !== null) return STAGE_NAMES[story.stage]
  const team = teams.get(story.team)
  const step = team?.steps.find(({ id }) => id === story.step)
  return [team?.name ?? 'A team', step?.name].filter(Boolean).join(', ')
}
