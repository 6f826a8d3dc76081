import { accept, type Case, type Decision } from '../decision.ts'
import { refuse } from '../refusal.ts'
import { currentStory, participantsHere } from './clock.ts'
import {
  agendaItem,
  facilitatorProblem,
  participantProblem,
  phaseProblem,
  rightProblem,
  wrongMoment,
} from './guards.ts'
import { said } from './run.ts'
import { EXTENSION_MINUTES, MINUTES_MAX, type Session } from './session.ts'

/** Whoever may comment and is there may ask to speak, observers too. */
export function raiseHand(here: Case, session: Session): Decision {
  const no =
    rightProblem(here, session, 'comment') ??
    phaseProblem(session, ['running', 'closing'], 'nobody has the floor.')
  if (no) return no
  const { id } = here.actor
  if (!session.people[id]?.isHere) {
    return refuse('notInSession', 'Join first, then raise your hand. Nothing was changed.')
  }
  if (session.hands.includes(id)) return accept()
  return accept(said(session, { type: 'HandRaised' }))
}

export function lowerHand(here: Case, session: Session, person: string): Decision {
  if (person !== here.actor.id) {
    const no = facilitatorProblem(here, session, 'take the hands of others down')
    if (no) return no
  }
  if (!session.hands.includes(person) && session.speaker !== person) return accept()
  return accept(said(session, { type: 'HandLowered', person }))
}

export function giveFloor(here: Case, session: Session, person: string): Decision {
  const no =
    facilitatorProblem(here, session, 'give the floor') ??
    phaseProblem(session, ['running', 'closing'], 'nobody has the floor.')
  if (no) return no
  if (!session.people[person]?.isHere) {
    return refuse('notInSession', 'This person is not here. Nothing was changed.')
  }
  if (session.speaker === person) return accept()
  return accept(said(session, { type: 'FloorGiven', person }))
}

/** [MT4] The box of the current story grows once more than half of the participants who are here want that. */
export function askForTime(here: Case, session: Session, story: string): Decision {
  const no =
    participantProblem(here, session, 'ask for more time') ??
    phaseProblem(session, ['running'], 'no clock is running.')
  if (no) return no
  const item = agendaItem(session, story)
  if ('ok' in item) return item
  if (currentStory(session) !== story) return wrongMoment('This is not the current story.')
  if (item.asking.includes(here.actor.id)) return accept()
  if (item.minutes + EXTENSION_MINUTES > MINUTES_MAX) {
    return wrongMoment('This story has had its time. Park it, or schedule another session for it.')
  }
  const asked = said(session, { type: 'TimeAsked', about: story })
  const present = new Set(participantsHere(session))
  const hands = [...item.asking, here.actor.id].filter((hand) => present.has(hand))
  if (hands.length * 2 <= present.size) return accept(asked)
  const minutes = EXTENSION_MINUTES
  return accept(asked, said(session, { type: 'TimeExtended', about: story, minutes }))
}
