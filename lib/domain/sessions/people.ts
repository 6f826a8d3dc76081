import { accept, type Case, type Decision } from '../decision.ts'
import type { NewEvent } from '../event.ts'
import { isAdministrator, isAllowed } from '../permissions.ts'
import { refuse } from '../refusal.ts'
import { readsTeam } from '../visibility.ts'
import { isHandoverDue } from './clock.ts'
import {
  facilitatorProblem,
  isRun,
  participantProblem,
  phaseProblem,
  rightProblem,
} from './guards.ts'
import { said } from './run.ts'
import type { Attendee, Session } from './session.ts'

/** [MT5] Whoever comes late lands where the session is. Contributors and viewers watch. */
export function joinSession(here: Case, session: Session, as: Attendee['as']): Decision {
  const no =
    (as === 'participant' ? rightProblem(here, session, 'takePart') : null) ??
    phaseProblem(session, ['scheduled', 'running', 'paused', 'closing'], 'nobody can join it.')
  if (no) return no
  const known = session.people[here.actor.id]
  if (known?.isHere && known.as === as) return accept()
  return accept(said(session, { type: 'SessionJoined', as }))
}

export function leaveSession(here: Case, session: Session): Decision {
  return accept(...departureOf(session, here.actor.id))
}

/**
 * Gives what happens when somebody leaves, or nothing is heard of them any more: nothing where they are not there. When
 * the last one goes the clock rests.
 */
export function departureOf(session: Session, person: string): NewEvent[] {
  const { people, phase } = session
  if (!people[person]?.isHere || phase.name === 'ended') return []
  const stay = Object.keys(people).some((other) => other !== person && people[other]?.isHere)
  const left = said(session, { type: 'SessionLeft' })
  if (stay || phase.name !== 'running') return [left]
  return [left, said(session, { type: 'SessionPaused' })]
}

export function handOver(here: Case, session: Session, person: string): Decision {
  const no =
    facilitatorProblem(here, session, 'hand it over') ??
    phaseProblem(session, ['scheduled', 'running', 'paused', 'closing'], 'nobody runs it any more.')
  if (no) return no
  const { state } = here
  const member = state.members.get(person)
  if (!member || (session.team !== null && !readsTeam(state, session.team, member))) {
    return refuse('memberNotFound', 'This person is not in the workspace, or cannot see it.')
  }
  if (!isAllowed(state, member, 'runSession')) {
    return refuse('notAllowed', `${member.name} cannot run sessions. Choose a member.`)
  }
  if (person === session.facilitator) return accept()
  const { facilitator: from } = session
  return accept(said(session, { type: 'FacilitatorChanged', from, to: person }))
}

/**
 * [MT5] Once nothing was heard of whoever facilitates for 30 seconds, any participant who may takes over; at once where
 * they are no member any more, or may not run sessions; owners and admins whenever they like.
 */
export function takeOver(here: Case, session: Session): Decision {
  const no =
    participantProblem(here, session, 'take it over') ??
    rightProblem(here, session, 'runSession') ??
    phaseProblem(session, ['scheduled', 'running', 'paused', 'closing'], 'nobody runs it any more.')
  if (no) return no
  const { facilitator: from } = session
  if (from === here.actor.id) return accept()
  const isFree = isHandoverDue(session, here.now) || !isRun(here, session)
  if (!isFree && !isAdministrator(here.actor)) {
    const name = here.state.members.get(from)?.name ?? 'Whoever facilitates'
    return refuse(
      'notFacilitator',
      `${name} facilitates, and is here or was a moment ago. Ask them to hand over; nothing was changed.`,
      [name],
    )
  }
  return accept(said(session, { type: 'FacilitatorChanged', from, to: here.actor.id }))
}
