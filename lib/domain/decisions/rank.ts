import type { RankStory } from '../command.ts'
import { accept, type Case, type Decision } from '../decision.ts'
import { refusalOf } from '../permissions.ts'
import { rankUnlessThere } from '../rank.ts'
import { isAreaStory, type Story } from '../story.ts'
import { workingTeam } from './backlog.ts'
import { placeProblem } from './places.ts'

/** [RK1] [RK4] Orders a story inside its stage or its team's backlog. */
export function rankStory(here: Case, story: Story, { place }: RankStory): Decision {
  const { state, actor } = here
  const action = story.team === null ? 'curate' : 'order'
  const no = refusalOf(state, actor, action, { story }) ?? placeProblem(here, place)
  if (no) return no
  const team = isAreaStory(story) ? null : workingTeam(here, story)
  if (team && 'ok' in team) return team
  const rank = rankUnlessThere(state.stories, story, place)
  if (rank === null) return accept()
  return accept({ type: 'StoryRanked', story: story.id, from: story.rank, to: rank })
}
