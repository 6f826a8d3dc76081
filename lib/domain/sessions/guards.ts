import type { Case } from '../decision.ts'
import { type Action, isAllowed, refusalOf } from '../permissions.ts'
import { type Refusal, refuse } from '../refusal.ts'
import { readsTeam } from '../visibility.ts'
import { itemOf } from './clock.ts'
import type { AgendaItem, Phase, Session } from './session.ts'

/** Gives a session that the actor may know of; null for the others. */
export function visibleSession({ state, actor }: Case, id: string): Session | null {
  const session = state.sessions?.get(id)
  if (!session) return null
  return session.team === null || readsTeam(state, session.team, actor) ? session : null
}

/** What is hidden and what is absent look the same. */
export function sessionNotFound(): Refusal {
  return refuse(
    'sessionNotFound',
    'This session does not exist, or you cannot see it. Nothing was changed.',
  )
}

/** Gives the refusal of whoever does not run the session, or null. Running it is whoever facilitates's alone (MT5). */
export function facilitatorProblem(
  { state, actor }: Case,
  session: Session,
  what: string,
): Refusal | null {
  const { facilitator } = session
  const no = rightProblem({ state, actor }, session, 'runSession')
  if (no) return no
  if (facilitator === actor.id) return null
  const name = state.members.get(facilitator)?.name
  const who = name === undefined ? [] : [name]
  return refuse(
    'notFacilitator',
    `Only ${name ?? 'whoever facilitates'}, who runs this ${called(session)}, can ${what}. Nothing was changed.`,
    who,
  )
}

/** Gives the refusal of whoever is not there as a participant, or null. */
export function participantProblem(here: Case, session: Session, what: string): Refusal | null {
  const no = rightProblem(here, session, 'takePart')
  if (no) return no
  const attendee = session.people[here.actor.id]
  if (attendee?.as === 'participant') return null
  return refuse(
    'notInSession',
    attendee
      ? `You watch this ${called(session)}. Take part in it to ${what}; nothing was changed.`
      : `Join this ${called(session)} to ${what}. Nothing was changed.`,
  )
}

export function rightProblem(
  { state, actor }: Pick<Case, 'state' | 'actor'>,
  { team }: Pick<Session, 'team'>,
  action: Action,
): Refusal | null {
  return refusalOf(state, actor, action, team === null ? {} : { team })
}

/** True while whoever facilitates is somebody who may. */
export function isRun({ state }: Pick<Case, 'state'>, { facilitator, team }: Session): boolean {
  const member = state.members.get(facilitator)
  if (!member || (team !== null && !readsTeam(state, team, member))) return false
  return isAllowed(state, member, 'runSession')
}

/** Gives the refusal of what does not go with what the session is doing, or null. */
export function phaseProblem(
  session: Session,
  allowed: readonly Phase['name'][],
  what: string,
): Refusal | null {
  if (allowed.includes(session.phase.name)) return null
  return wrongMoment(`${IS[session.phase.name](called(session))}: ${what}`)
}

/** The refusal of what does not go now. */
export function wrongMoment(why: string): Refusal {
  return refuse('wrongMoment', `${why} Nothing was changed.`)
}

/** Gives a story's place on the agenda, or the refusal. */
export function agendaItem(session: Session, story: string): AgendaItem | Refusal {
  return (
    itemOf(session, story) ??
    refuse(
      'notOnAgenda',
      `This story is not on the agenda of this ${called(session)}. Nothing was changed.`,
    )
  )
}

/** How a sentence calls a session. */
export function called({ kind }: Pick<Session, 'kind'>): string {
  return kind === 'meeting' ? 'meeting' : 'planning session'
}

const IS: Record<Phase['name'], (it: string) => string> = {
  scheduled: (it) => `This ${it} has not begun`,
  running: (it) => `This ${it} is running`,
  paused: (it) => `This ${it} is paused`,
  closing: (it) => `Every story of this ${it} has its outcome`,
  ended: (it) => `This ${it} is over`,
}
