import type { AssignStory, ScheduleStory, SizeStory, StepStory } from '../command.ts'
import { accept, type Case, type Decision, nameOf, shorten } from '../decision.ts'
import { NO_FACTS } from '../facts.ts'
import { must } from '../must.ts'
import { refusalOf } from '../permissions.ts'
import { rankAt, rankUnlessThere } from '../rank.ts'
import { changedSinceSized } from '../readiness.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { STAGE_NAMES } from '../stage.ts'
import { isAreaStory, type Story, type TeamStory } from '../story.ts'
import { SCALES, type Step, type Team } from '../team.ts'
import { placeProblem, visibleTeam } from './places.ts'
import { dateProblem } from './words.ts'

/** [ST3] A ready story goes to the bottom of the team's first to-do step unless a place is given. */
export function assignToTeam(here: Case, story: Story, command: AssignStory): Decision {
  const { state, actor } = here
  const team = visibleTeam(here, command.team)
  if ('ok' in team) return team
  const no = refusalOf(state, actor, 'assign', { team: team.id })
  if (no) return no
  if (!isAreaStory(story)) return onTeamAlready(here, story, team)
  if (story.stage !== 'ready') {
    return refuse(
      'moveNotAllowed',
      `${nameOf(story)} is in ${STAGE_NAMES[story.stage]}. Only a story that is ready can be assigned to a team.`,
    )
  }
  const lost = placeProblem(here, command.place)
  if (lost) return lost
  return accept({
    type: 'StoryAssigned',
    story: story.id,
    team: team.id,
    step: firstStep(team).id,
    fromRank: story.rank,
    rank: rankAt(state.stories, { team: team.id }, command.place, story.id),
  })
}

/** [ST4] To another team; it loses its size and schedule. */
export function reassignStory(here: Case, story: Story, command: AssignStory): Decision {
  const { state, actor } = here
  const to = visibleTeam(here, command.team)
  if ('ok' in to) return to
  const no = refusalOf(state, actor, 'reassign', { story, team: to.id })
  if (no) return no
  if (isAreaStory(story)) return notOnTeam(story, 'given to another team')
  if (story.team === to.id) return onTeamAlready(here, story, to)
  const lost = placeProblem(here, command.place)
  if (lost) return lost
  const { team, step, rank, size, schedule } = story
  return accept({
    type: 'StoryReassigned',
    story: story.id,
    from: { team, step, rank, size, schedule },
    to: {
      team: to.id,
      step: firstStep(to).id,
      rank: rankAt(state.stories, { team: to.id }, command.place, story.id),
    },
  })
}

/** [ST6] Steps may be skipped and moved back. Entering a `done` step stamps the completion. */
export function moveToStep(here: Case, story: Story, command: StepStory): Decision {
  const { state, actor } = here
  if (isAreaStory(story)) return notOnTeam(story, 'moved to a step')
  const no = refusalOf(state, actor, 'step', { story })
  if (no) return no
  const team = workingTeam(here, story)
  if ('ok' in team) return team
  const step = team.steps.find(({ id }) => id === command.step)
  if (!step) {
    return refuse(
      'stepNotFound',
      `${team.name} has no step "${shorten(command.step)}". Its steps are ${team.steps.map(({ name }) => name).join(', ')}.`,
    )
  }
  if (step.id === story.step) {
    return refuse(
      'alreadyThere',
      `${nameOf(story)} is already in ${step.name}. Nothing was changed.`,
    )
  }
  const { place } = command
  const lost = placeProblem(here, place)
  if (lost) return lost
  const rank = place ? rankUnlessThere(state.stories, story, place) : null
  const noOrder = rank !== null ? refusalOf(state, actor, 'order', { story }) : null
  if (noOrder) return noOrder
  return accept({
    type: 'StoryStepped',
    story: story.id,
    team: team.id,
    from: story.step,
    to: step.id,
    fromRank: story.rank,
    rank: rank ?? story.rank,
    done: step.category === 'done',
    ...agreedIn(step, story),
  })
}

/** [RD6] Work that starts is work on these criteria; unsized and not started, nobody has agreed to any. */
export function agreedIn(step: Step, story: TeamStory): { readonly agreed?: string | null } {
  if (step.category !== 'todo') return story.agreed === null ? { agreed: digestOf(story) } : {}
  return story.agreed !== null && story.size === null ? { agreed: null } : {}
}

/** [ST5] Of the team's scale; null takes the size away. */
export function sizeStory(here: Case, story: Story, { size }: SizeStory): Decision {
  if (isAreaStory(story)) return notOnTeam(story, 'sized')
  const no = refusalOf(here.state, here.actor, 'plan', { story })
  if (no) return no
  const team = workingTeam(here, story)
  if ('ok' in team) return team
  if (size === story.size) return accept()
  const wrong = size === null ? null : sizeProblem(team, size)
  if (wrong) return wrong
  const isStarted = stepOf(team, story)?.category !== 'todo'
  const agreed = size === null ? (isStarted ? story.agreed : null) : digestOf(story)
  return accept({ type: 'StorySized', story: story.id, from: story.size, to: size, agreed })
}

/** [ST5] For an iteration, by its first day, or for a day where the team has no iterations. */
export function scheduleStory(here: Case, story: Story, { schedule }: ScheduleStory): Decision {
  if (isAreaStory(story)) return notOnTeam(story, 'scheduled')
  const no = refusalOf(here.state, here.actor, 'plan', { story })
  if (no) return no
  const team = workingTeam(here, story)
  if ('ok' in team) return team
  if (schedule === story.schedule) return accept()
  const wrong = schedule === null ? null : scheduleProblem(team, schedule)
  if (wrong) return wrong
  return accept({ type: 'StoryScheduled', story: story.id, from: story.schedule, to: schedule })
}

/** [RD6] A member of the team has seen that the criteria changed since the story was sized or started. */
export function acknowledgeChange(here: Case, story: Story): Decision {
  if (isAreaStory(story)) return notOnTeam(story, 'acknowledged as changed')
  const no = refusalOf(here.state, here.actor, 'acknowledgeChange', { story })
  if (no) return no
  if (!changedSinceSized(story)) return accept()
  return accept({ type: 'ChangeAcknowledged', story: story.id, agreed: digestOf(story) })
}

/** Gives the first to-do step of a team; every team has one. */
export function firstStep({ name, steps }: Team): Step {
  return must(
    steps.find(({ category }) => category === 'todo'),
    `a to-do step of ${name}`,
  )
}

/** Gives the step a story is in; undefined only while the team's steps are being changed. */
export function stepOf({ steps }: Team, { step }: TeamStory): Step | undefined {
  return steps.find(({ id }) => id === step)
}

/** The team of a story, or why nothing moves there: what an archived team has done stays as it was. */
/** Gives the team of a story, or the refusal when it is archived: nothing moves on its backlog but away from it (TM6). */
export function workingTeam({ state }: Case, story: TeamStory): Team | Refusal {
  const team = must(state.settings.teams.get(story.team), `team of ${story.id}`)
  if (team.archivedAt === null) return team
  return refuse(
    'teamNotFound',
    `${team.name} is archived. ${nameOf(story)} can only be sent back or given to another team.`,
  )
}

function digestOf({ facts }: Story): string {
  return (facts ?? NO_FACTS).digest
}

/** Gives the refusal of a size that is not of the team's scale, or null. */
export function sizeProblem({ name, scale }: Team, size: string): Refusal | null {
  const sizes: readonly string[] = SCALES[scale]
  if (sizes.includes(size)) return null
  return refuse(
    'badSize',
    `"${shorten(size)}" is no size of ${name}. Its sizes are ${sizes.join(', ')}.`,
  )
}

/** Gives the refusal of a day on which no iteration of the team begins (no day, where it has none), or null. */
export function scheduleProblem({ name, iterations }: Team, schedule: string): Refusal | null {
  const wrong = dateProblem(schedule, 'badSchedule')
  if (wrong || !iterations) return wrong
  const days = (Date.parse(schedule) - Date.parse(iterations.startsOn)) / 86_400_000
  if (days % iterations.days === 0) return null
  return refuse(
    'badSchedule',
    `No iteration of ${name} begins on ${schedule}. They begin every ${iterations.days} days from ${iterations.startsOn}.`,
  )
}

function onTeamAlready({ state }: Case, story: TeamStory, wanted: Team): Refusal {
  const team = story.team === wanted.id ? wanted : state.settings.teams.get(story.team)
  return refuse(
    'alreadyThere',
    `${nameOf(story)} is already on the backlog of ${team?.name ?? 'a team'}. Nothing was changed.`,
  )
}

function notOnTeam(story: Story, what: string): Refusal {
  return refuse(
    'notOnTeam',
    `${nameOf(story)} is in the refinement area. It can be ${what} once it is on a team's backlog.`,
  )
}
