import type { Command } from '../command.ts'
import { decide } from '../decide.ts'
import { type Case, type Decision, notAMember } from '../decision.ts'
import { assertNever } from '../must.ts'
import type { Actor } from '../roles.ts'
import type { WorkspaceState } from '../state.ts'
import { addToAgenda, moveOnAgenda, removeFromAgenda, setTimeBox } from './agenda.ts'
import { isInSession, type SessionCommand } from './command.ts'
import { concludeStory } from './conclude.ts'
import { askForTime, giveFloor, lowerHand, raiseHand } from './floor.ts'
import { sessionNotFound, visibleSession } from './guards.ts'
import { captureTopic, recordNote } from './notes.ts'
import { handOver, joinSession, leaveSession, takeOver } from './people.ts'
import {
  endReading,
  endSession,
  pauseSession,
  rescheduleSession,
  resumeSession,
  scheduleSession,
  startSession,
  takeUpStory,
} from './run.ts'
import type { Session } from './session.ts'
import { castVote, openVote, revealVotes } from './vote.ts'

/** As `decide`, for whoever has the sessions and their ballots: the server. */
export function decideWithSessions(
  state: WorkspaceState,
  command: Command,
  actor: Actor,
  now: number,
  options: { readonly sample?: boolean } = {},
): Decision {
  if (!isInSession(command)) return decide(state, command, actor, now, options)
  const member = state.members.get(actor.id)
  if (!member) return notAMember()
  const { sample = false } = options
  return decideSession({ state, actor: { ...actor, roles: member.roles }, now, sample }, command)
}

function decideSession(here: Case, command: SessionCommand): Decision {
  if (command.type === 'scheduleSession') return scheduleSession(here, command)
  const session = visibleSession(here, command.session)
  return session ? decideIn(here, session, command) : sessionNotFound()
}

function decideIn(
  here: Case,
  session: Session,
  command: Exclude<SessionCommand, { type: 'scheduleSession' }>,
): Decision {
  switch (command.type) {
    case 'rescheduleSession':
      return rescheduleSession(here, session, command)
    case 'startSession':
      return startSession(here, session)
    case 'pauseSession':
      return pauseSession(here, session)
    case 'resumeSession':
      return resumeSession(here, session)
    case 'endSession':
      return endSession(here, session)
    case 'takeUpStory':
      return takeUpStory(here, session, command)
    case 'endReading':
      return endReading(here, session)
    case 'addToAgenda':
      return addToAgenda(here, session, command)
    case 'removeFromAgenda':
      return removeFromAgenda(here, session, command.story)
    case 'moveOnAgenda':
      return moveOnAgenda(here, session, command)
    case 'setTimeBox':
      return setTimeBox(here, session, command)
    case 'openVote':
      return openVote(here, session, command)
    case 'castVote':
      return castVote(here, session, command)
    case 'revealVotes':
      return revealVotes(here, session, command)
    case 'concludeStory':
      return concludeStory(here, session, command)
    case 'joinSession':
      return joinSession(here, session, command.as)
    case 'leaveSession':
      return leaveSession(here, session)
    case 'handOver':
      return handOver(here, session, command.person)
    case 'takeOver':
      return takeOver(here, session)
    case 'raiseHand':
      return raiseHand(here, session)
    case 'lowerHand':
      return lowerHand(here, session, command.person)
    case 'giveFloor':
      return giveFloor(here, session, command.person)
    case 'askForTime':
      return askForTime(here, session, command.story)
    case 'recordDecision':
    case 'parkTopic':
      return recordNote(here, session, command)
    case 'captureTopic':
      return captureTopic(here, session, command)
    default:
      return assertNever(command)
  }
}
