import type { SessionEvent } from '../event.ts'
import { assertNever } from '../must.ts'
import { type Known, personName, storyName } from './known.ts'
import { count, say, type Told } from './told.ts'

/** Tells what happened in a live session. What somebody voted is told once it is revealed: no event has it before. */
export function sessionInWords(event: SessionEvent, known: Known): Told {
  switch (event.type) {
    case 'SessionScheduled':
      return say(
        `scheduled the ${event.kind === 'meeting' ? 'meeting' : 'planning'} “${event.name}”`,
      )
    case 'AgendaAdded':
      return say('put ', storyName(known, event.about), ' on the agenda of a session')
    case 'AgendaRemoved':
      return say('took ', storyName(known, event.about), ' off the agenda of a session')
    case 'AgendaMoved':
      return say('moved ', storyName(known, event.about), ' on the agenda of a session')
    case 'SessionStarted':
      return say('started a session with ', storyName(known, event.about))
    case 'SessionPaused':
      return say('paused the session')
    case 'SessionResumed':
      return say('went on with the session')
    case 'SessionEnded':
      return say('ended the session')
    case 'StoryTakenUp':
      return say('took up ', storyName(known, event.about), ' in the session')
    case 'ReadingEnded':
      return say('ended the silent reading')
    case 'VoteOpened':
      return say(`opened round ${event.round} of votes on `, storyName(known, event.about))
    case 'VoteCast':
      return say('voted on ', storyName(known, event.about), ' in the session')
    case 'VoteTakenBack':
      return say('took their vote on ', storyName(known, event.about), ' back')
    case 'VotesRevealed': {
      const votes = Object.entries(event.votes)
      const told = say(`revealed ${count(votes.length, 'vote')} on `, storyName(known, event.about))
      const notes = votes.map(([person, { value }]) => `${personName(known, person)}: ${value}`)
      return { ...told, notes }
    }
    case 'StoryConcluded': {
      const { kind, size, note } = event.outcome
      const what = size === null ? OUTCOMES[kind] : `${OUTCOMES[kind]} ${size}`
      const told = say('settled ', storyName(known, event.about), ` in the session: ${what}`)
      return { ...told, quote: note }
    }
    case 'TimeAsked':
      return say('asked for more time for ', storyName(known, event.about))
    case 'TimeExtended':
      return say(
        `gave `,
        storyName(known, event.about),
        ` ${count(event.minutes, 'more minute', 'more minutes')}`,
      )
    case 'SessionJoined':
      return say(event.as === 'participant' ? 'joined the session' : 'watches the session')
    case 'SessionLeft':
      return say('left the session')
    case 'HandRaised':
      return say('raised a hand in the session')
    case 'HandLowered':
      return say(`took the hand of ${personName(known, event.person)} down`)
    case 'FloorGiven':
      return say(`gave ${personName(known, event.person)} the floor`)
    case 'FacilitatorChanged':
      return say(`made ${personName(known, event.to)} run the session`)
    case 'DecisionRecorded':
      return { ...say('noted a decision in the session'), quote: event.text }
    case 'TopicParked':
      return { ...say('parked a topic in the session'), quote: event.text }
    case 'TopicCaptured':
      return say('made ', storyName(known, event.about), ' of a parked topic')
    default:
      return assertNever(event)
  }
}

const OUTCOMES = {
  ready: 'ready',
  'needs-work': 'needs work',
  split: 'split',
  'wont-do': "won't do",
  parked: 'parked',
  sized: 'sized',
  skipped: 'skipped',
} as const
