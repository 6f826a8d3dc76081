import type { Settings } from '#lib/domain/settings.ts'
import type { Story } from '#lib/domain/story.ts'
import type { TextsIn } from './messages.ts'

/** Says where a story is: its stage, or its team and the step there. */
export function homeText(
  words: TextsIn<'words'>,
  story: Story,
  { teams }: Pick<Settings, 'teams'>,
): string {
  if (story.stage !== null) return words(`stages.${story.stage}`)
  const team = teams.get(story.team)
  const step = team?.steps.find(({ id }) => id === story.step)
  return [team?.name ?? words('someTeam'), step?.name].filter(Boolean).join(', ')
}
