import type { Settings } from '../settings.ts'
import { STAGE_NAMES, type Stage } from '../stage.ts'
import { NOT_NEEDED, type Story } from '../story.ts'
import type { Named, Word } from './told.ts'

/**
 * What the things in an event are called now. Events name them by id, for good; what has gone since (or is not for this
 * reader) is said to be gone.
 */
export interface Known {
  readonly members: Lookup<{ readonly name: string }>
  readonly stories: Lookup<Pick<Story, 'key' | 'title'>>
  readonly settings: Pick<Settings, 'teams' | 'themes' | 'personas'>
}

/** Gives a thing by its id. A map is one. */
export interface Lookup<Thing> {
  get(id: string): Thing | undefined
}

export function personName({ members }: Known, id: string): string {
  return members.get(id)?.name ?? 'someone who has left'
}

export function stageName(stage: Stage): Named {
  return { name: STAGE_NAMES[stage], home: stage }
}

export function teamName({ settings }: Known, id: string): Named {
  return { name: settings.teams.get(id)?.name ?? 'a team that is gone', home: 'backlog' }
}

/** Gives a step of a team, without the team's name. */
export function stepName({ settings }: Known, team: string, step: string): Named {
  const found = settings.teams.get(team)?.steps.find(({ id }) => id === step)
  return { name: found?.name ?? 'a step that is gone', home: 'backlog' }
}

/** Gives a step of a team behind the team's name: one place. */
export function stepOfTeam(known: Known, team: string, step: string): Named {
  const name = `${teamName(known, team).name}, ${stepName(known, team, step).name}`
  return { name, home: 'backlog' }
}

export function themeName({ settings }: Known, id: string): Named {
  return { name: settings.themes.get(id)?.name ?? 'a theme that is gone' }
}

export function personaName({ settings }: Known, id: string): Named {
  if (id === NOT_NEEDED) return { name: 'nobody in particular' }
  return { name: settings.personas.get(id)?.name ?? 'a persona that is gone' }
}

/** Gives a story as a sentence calls it: by its key, or its title while it has none. */
export function storyName({ stories }: Known, id: string): Word {
  const story = stories.get(id)
  if (!story) return 'a story that is gone'
  return { name: story.key ?? `“${story.title}”`, story: id }
}
