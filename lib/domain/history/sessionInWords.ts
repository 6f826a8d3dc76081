import type { SessionEvent } from '../event.ts'
import { assertNever } from '../must.ts'
import { type Known, personName, storyName } from './known.ts'
import { type Phrase, phrase, say, type Told } from './told.ts'

/** Tells what happened in a live session. What somebody voted is told once it is revealed: no event has it before. */
export function sessionInWords(event: SessionEvent, known: Known): Told {
  const onStory = (name: Phrase['name'], about: string) =>
    say(name, { about: storyName(known, about) })
  const onPerson = (name: Phrase['name'], person: string) =>
    say(name, { person: { called: personName(known, person) } })
  switch (event.type) {
    case 'SessionScheduled':
      return say('sessionScheduled', { kind: event.kind, name: event.name })
    case 'SessionRescheduled':
      return say('sessionRescheduled', { name: event.name })
    case 'AgendaAdded':
      return onStory('agendaAdded', event.about)
    case 'AgendaRemoved':
      return onStory('agendaRemoved', event.about)
    case 'AgendaMoved':
      return onStory('agendaMoved', event.about)
    case 'TimeBoxSet':
      return say('timeBoxSet', { about: storyName(known, event.about), minutes: event.minutes })
    case 'SessionStarted':
      return onStory('sessionStarted', event.about)
    case 'SessionPaused':
      return say('sessionPaused')
    case 'SessionResumed':
      return say('sessionResumed')
    case 'SessionEnded':
      return say('sessionEnded')
    case 'StoryTakenUp':
      return onStory('takenUp', event.about)
    case 'ReadingEnded':
      return say('readingEnded')
    case 'VoteOpened':
      return say('voteOpened', { round: event.round, about: storyName(known, event.about) })
    case 'VoteCast':
      return onStory('voteCast', event.about)
    case 'VoteTakenBack':
      return onStory('voteTakenBack', event.about)
    case 'VotesRevealed':
      return revealed(event, known)
    case 'StoryConcluded': {
      const { kind, size, note } = event.outcome
      const outcome = {
        outcome: phrase(`outcome-${kind}`),
        isSized: size === null ? 'no' : 'yes',
        size: size ?? '',
      }
      const told = say('concluded', { about: storyName(known, event.about), ...outcome })
      return { ...told, quote: note }
    }
    case 'TimeAsked':
      return onStory('timeAsked', event.about)
    case 'TimeExtended':
      return say('timeExtended', { about: storyName(known, event.about), minutes: event.minutes })
    case 'SessionJoined':
      return say(event.as === 'participant' ? 'sessionJoined' : 'sessionWatched')
    case 'SessionLeft':
      return say('sessionLeft')
    case 'HandRaised':
      return say('handRaised')
    case 'HandLowered':
      return onPerson('handLowered', event.person)
    case 'FloorGiven':
      return onPerson('floorGiven', event.person)
    case 'FacilitatorChanged':
      return onPerson('facilitatorChanged', event.to)
    case 'DecisionRecorded':
      return { ...say('decisionRecorded'), quote: event.text }
    case 'TopicParked':
      return { ...say('topicParked'), quote: event.text }
    case 'TopicCaptured':
      return onStory('topicCaptured', event.about)
    default:
      return assertNever(event)
  }
}

function revealed(event: Extract<SessionEvent, { type: 'VotesRevealed' }>, known: Known): Told {
  const votes = Object.entries(event.votes)
  const about = storyName(known, event.about)
  const notes = votes.map(([person, { value }]) =>
    phrase('revealedVote', { person: { called: personName(known, person) }, value }),
  )
  return { ...say('votesRevealed', { count: votes.length, about }), notes }
}
