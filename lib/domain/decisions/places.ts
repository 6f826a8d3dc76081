import type { Case } from '../decision.ts'
import type { Place } from '../rank.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Story } from '../story.ts'
import type { Team } from '../team.ts'
import { readsStory, seesTeam } from '../visibility.ts'

/** Gives a story that the actor may know of; null for the others. */
export function visibleStory({ state, actor }: Case, id: string): Story | null {
  const story = state.stories.get(id)
  return story && readsStory(state, story, actor) ? story : null
}

/** Gives a team that the actor may know of, or the refusal. An archived one takes no stories. */
export function visibleTeam({ state, actor }: Case, id: string): Team | Refusal {
  const team = state.settings.teams.get(id)
  if (!team || !seesTeam(team, actor)) {
    return refuse(
      'teamNotFound',
      'This team does not exist, or you cannot see it. Nothing was changed.',
    )
  }
  if (team.archivedAt !== null) {
    return refuse(
      'teamNotFound',
      `${team.name} is archived and takes no stories. Nothing was changed.`,
    )
  }
  return team
}

/** Gives the refusal of a place behind a story that is not there, or null. */
export function placeProblem(here: Case, place: Place | undefined): Refusal | null {
  if (!place || place.after === null || visibleStory(here, place.after)) return null
  return refuse(
    'placeNotFound',
    'The story to put it behind does not exist. Nothing was changed; choose another place.',
  )
}
