import { accept, type Case, type Decision, shorten } from '../decision.ts'
import type { NewEvent } from '../event.ts'
import { refusalOf } from '../permissions.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type {
  ArchiveTeam,
  ChangeTeam,
  CreateTeam,
  SetSteps,
  SetTeamMember,
} from '../settingsCommand.ts'
import type { TeamStory } from '../story.ts'
import {
  DEFAULT_STEPS,
  ITERATION_DAYS,
  type Step,
  STEPS_MAX,
  STEPS_MIN,
  type Team,
} from '../team.ts'
import { agreedIn } from './backlog.ts'
import { idProblem } from './capture.ts'
import { dateProblem, nameProblem, tidyName } from './words.ts'

export function createTeam({ state, actor, sample }: Case, command: CreateTeam): Decision {
  const { teams } = state.settings
  const no = refusalOf(state, actor, 'administer') ?? idProblem(command.team, 'team')
  if (no) return no
  if (teams.has(command.team)) {
    return refuse('idTaken', 'A team with this id exists already. Nothing was changed.')
  }
  const name = tidyName(command.name, 'team')
  if (typeof name !== 'string') return name
  const twice = nameProblem(name, command.team, teams.values(), 'team')
  if (twice) return twice
  const to: Team = {
    id: command.team,
    name,
    isPrivate: command.isPrivate ?? false,
    backlogManagement: false,
    // Whoever makes a team is in it: a private one would otherwise have nobody.
    members: [{ user: actor.id, role: 'member' }],
    steps: DEFAULT_STEPS,
    scale: 'points',
    iterations: null,
    sample,
    archivedAt: null,
  }
  return accept({ story: null, type: 'TeamSet', from: null, to })
}

export function changeTeam(here: Case, command: ChangeTeam): Decision {
  const team = teamToChange(here, command.team)
  if ('ok' in team) return team
  const { id: _, type: __, team: ___, ...changes } = command
  if (changes.name !== undefined) {
    const name = tidyName(changes.name, 'team')
    if (typeof name !== 'string') return name
    const twice = nameProblem(name, team.id, here.state.settings.teams.values(), 'team')
    if (twice) return twice
    changes.name = name
  }
  const wrong = changes.iterations ? iterationProblem(changes.iterations) : null
  if (wrong) return wrong
  return changed(team, { ...team, ...changes })
}

/**
 * Replaces a team's steps. A story never loses its step silently: every step that goes and holds stories (in the
 * trash, too) says which step takes them over.
 */
export function setSteps(here: Case, command: SetSteps): Decision {
  const team = teamToChange(here, command.team)
  if ('ok' in team) return team
  const steps: Step[] = []
  for (const { id, name: raw, category } of command.steps) {
    const name = tidyName(raw, 'step')
    if (typeof name !== 'string') return name
    steps.push({ id, name, category })
  }
  const wrong = stepsProblem(steps)
  if (wrong) return wrong
  const moves: NewEvent[] = []
  for (const story of here.state.stories.values()) {
    if (story.team !== team.id) continue
    const step = nextStep(story, steps, command.moved ?? {})
    if (step === null) return homeless(team, story)
    const before = team.steps.find(({ id }) => id === story.step)
    // A step that stays may mean something else from now on: done or not (ST6), started or not (RD6).
    if (before?.id === step.id && before.category === step.category) continue
    moves.push(stepped(story, team, step))
  }
  const { events } = changed(team, { ...team, steps }) as Extract<Decision, { ok: true }>
  return accept(...events, ...moves)
}

export function setTeamMember(here: Case, command: SetTeamMember): Decision {
  const team = teamToChange(here, command.team)
  if ('ok' in team) return team
  const { member: user, role } = command
  const before = team.members.find((member) => member.user === user)
  if (role !== null && !here.state.members.has(user)) {
    return refuse(
      'memberNotFound',
      'This person is not a member of the workspace. Nothing was changed.',
    )
  }
  if ((before?.role ?? null) === role) return accept()
  const members =
    role === null
      ? team.members.filter((member) => member.user !== user)
      : before
        ? team.members.map((member) => (member.user === user ? { user, role } : member))
        : [...team.members, { user, role }]
  return changed(team, { ...team, members })
}

/** A team with work left cannot be archived; what is done stays in its history. */
export function archiveTeam(here: Case, command: ArchiveTeam): Decision {
  const { state, actor, now } = here
  const no = refusalOf(state, actor, 'administer')
  if (no) return no
  const team = state.settings.teams.get(command.team)
  if (!team) return teamNotFound()
  if ((team.archivedAt !== null) === (command.type === 'archiveTeam')) return accept()
  if (command.type === 'restoreTeam') {
    const twice = nameProblem(team.name, team.id, state.settings.teams.values(), 'team')
    return twice ?? changed(team, { ...team, archivedAt: null })
  }
  let left = 0
  for (const story of state.stories.values()) {
    if (story.team === team.id && story.trashedAt === null && story.completedAt === null) left += 1
  }
  if (left === 0) return changed(team, { ...team, archivedAt: now })
  return refuse(
    'teamNotEmpty',
    `${team.name} has ${left} ${left === 1 ? 'story' : 'stories'} that ${left === 1 ? 'is' : 'are'} not done. Finish them, send them back or give them to another team first.`,
  )
}

function teamToChange({ state, actor }: Case, id: string): Team | Refusal {
  const no = refusalOf(state, actor, 'administer')
  if (no) return no
  const team = state.settings.teams.get(id)
  return team && team.archivedAt === null ? team : teamNotFound()
}

function changed(from: Team, to: Team): Decision {
  if (JSON.stringify(from) === JSON.stringify(to)) return accept()
  return accept({ story: null, type: 'TeamSet', from, to })
}

function iterationProblem({ startsOn, days }: NonNullable<Team['iterations']>): Refusal | null {
  const wrong = dateProblem(startsOn)
  if (wrong) return wrong
  if (ITERATION_DAYS.some((length) => length === days)) return null
  return refuse(
    'invalid',
    `"iterations.days" is ${days}; an iteration has ${ITERATION_DAYS.join(', ')} days. Nothing was changed.`,
  )
}

function stepsProblem(steps: readonly Step[]): Refusal | null {
  if (steps.length < STEPS_MIN || steps.length > STEPS_MAX) {
    return refuse(
      'badSteps',
      `A team has ${STEPS_MIN} to ${STEPS_MAX} steps; these are ${steps.length}. Nothing was changed.`,
    )
  }
  for (const [index, { id, name }] of steps.entries()) {
    const wrong = idProblem(id, 'step')
    if (wrong) return wrong
    const twin = steps
      .slice(0, index)
      .find((other) => other.id === id || other.name.toLowerCase() === name.toLowerCase())
    if (twin) return refuse('badSteps', `Two steps are called "${name}". Give each its own name.`)
  }
  for (const [category, words] of [
    ['todo', 'to do'],
    ['done', 'done'],
  ] as const) {
    if (steps.some((step) => step.category === category)) continue
    return refuse(
      'badSteps',
      `A team needs at least one step that means "${words}". Nothing was changed.`,
    )
  }
  return null
}

function nextStep(
  story: TeamStory,
  steps: readonly Step[],
  moved: Readonly<Record<string, string>>,
): Step | null {
  const stays = steps.find(({ id }) => id === story.step)
  if (stays) return stays
  const target = Object.hasOwn(moved, story.step) ? moved[story.step] : undefined
  return steps.find(({ id }) => id === target) ?? null
}

function stepped(story: TeamStory, team: Team, step: Step): NewEvent {
  return {
    type: 'StoryStepped',
    story: story.id,
    team: team.id,
    from: story.step,
    to: step.id,
    fromRank: story.rank,
    rank: story.rank,
    done: step.category === 'done',
    ...agreedIn(step, story),
  }
}

function homeless(team: Team, story: TeamStory): Refusal {
  const name = team.steps.find(({ id }) => id === story.step)?.name ?? shorten(story.step)
  return refuse(
    'badSteps',
    `"${name}" still holds stories. Say which step takes them over; nothing was changed.`,
  )
}

function teamNotFound(): Refusal {
  return refuse('teamNotFound', 'This team does not exist or is archived. Nothing was changed.')
}
