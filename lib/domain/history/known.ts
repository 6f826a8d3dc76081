import type { Settings } from '../settings.ts'
import type { Stage } from '../stage.ts'
import { NOT_NEEDED, type Story } from '../story.ts'
import { type Named, type Phrase, phrase, type Value } from './told.ts'

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

export function personName({ members }: Pick<Known, 'members'>, id: string): string | Phrase {
  return members.get(id)?.name ?? phrase('someoneLeft')
}

export function stageName(stage: Stage): Named {
  return { called: phrase(`stage-${stage}`), home: stage }
}

export function teamName({ settings }: Known, id: string): Named {
  return { called: settings.teams.get(id)?.name ?? phrase('goneTeam'), home: 'backlog' }
}

/** Gives a step of a team, without the team's name. */
export function stepName({ settings }: Known, team: string, step: string): Named {
  const found = settings.teams.get(team)?.steps.find(({ id }) => id === step)
  return { called: found?.name ?? phrase('goneStep'), home: 'backlog' }
}

/** Gives a step of a team behind the team's name: one place. */
export function stepOfTeam(known: Known, team: string, step: string): Named {
  const place = { team: teamName(known, team), step: stepName(known, team, step) }
  return { called: phrase('placeInTeam', place), home: 'backlog' }
}

export function themeName({ settings }: Known, id: string): Named {
  return { called: settings.themes.get(id)?.name ?? phrase('goneTheme') }
}

export function personaName({ settings }: Known, id: string): Named {
  if (id === NOT_NEEDED) return { called: phrase('nobody') }
  return { called: settings.personas.get(id)?.name ?? phrase('gonePersona') }
}

/** Gives a story as a sentence calls it: by its key, or its title while it has none. */
export function storyName({ stories }: Known, id: string): Value {
  const story = stories.get(id)
  if (!story) return phrase('goneStory')
  return { called: story.key ?? quoted(story.title), story: story.key ?? id }
}

/** Gives a text in quotation marks. */
export function quoted(text: string): Phrase {
  return phrase('quoted', { text })
}
