import type { GateRecord, StoryEvent } from '../event.ts'
import { UNDONE } from '../inverse.ts'
import { assertNever } from '../must.ts'
import { SIDES } from '../story.ts'
import {
  type Known,
  personName,
  stageName,
  stepName,
  stepOfTeam,
  storyName,
  teamName,
} from './known.ts'
import type { Subject } from './storyInWords.ts'
import { type Phrase, phrase, say, type Told } from './told.ts'

type Journey = Extract<
  StoryEvent,
  {
    type: 'StoryMoved' | 'StoryAssigned' | 'StoryReassigned' | 'StorySentBack' | 'StoryStepped'
  }
>

/** Tells how a story went from one place to another, why, and how the gate judged it. */
export function journeyInWords(event: Journey, known: Known, subject: Subject): Told {
  switch (event.type) {
    case 'StoryMoved':
      return moved(event, known, subject)
    case 'StoryAssigned':
      return say('assigned', { ...subject, to: stepOfTeam(known, event.team, event.step) })
    case 'StoryReassigned': {
      const from = teamName(known, event.from.team)
      const told = say('reassigned', { ...subject, from, to: teamName(known, event.to.team) })
      return { ...told, notes: lost(event.from) }
    }
    case 'StorySentBack': {
      const { team, step } = event.from
      const places = { from: stepOfTeam(known, team, step), to: stageName(event.to) }
      const name = event.to === 'refinement' ? 'sentBack' : 'movedOff'
      const told = say(name, { ...subject, ...places })
      return withFarewell({ ...told, notes: lost(event.from) }, event, known)
    }
    case 'StoryStepped':
      return stepped(event, known, subject)
    default:
      return assertNever(event)
  }
}

function moved(
  event: Extract<StoryEvent, { type: 'StoryMoved' }>,
  known: Known,
  subject: Subject,
): Told {
  if (event.to === 'ready' && event.gate) return throughGate(event.gate, known, subject)
  const ways = { ...subject, from: stageName(event.from), to: stageName(event.to) }
  if (event.from === 'wont-do') return say('reopened', ways)
  const isBounced = event.from === 'ready' && event.to === 'refinement'
  return withFarewell(say(isBounced ? 'bounced' : 'moved', ways), event, known)
}

/** RD1: what the gate saw then, whatever the policy has become. */
function throughGate(
  { mode, missing, override, acknowledged }: GateRecord,
  known: Known,
  subject: Subject,
): Told {
  const sides = SIDES.flatMap((side) => {
    const id = acknowledged[side]
    return id === undefined ? [] : [phrase('forSide', { side, person: personName(known, id) })]
  })
  const notes = sides.length === 0 ? [] : [phrase('acknowledgedBy', { sides: { all: sides } })]
  if (mode === 'off') notes.push(phrase('gateOff'))
  const lacks = missing.map((check) => phrase(`missing-${check}`))
  const isOverruled = missing.length > 0 && override !== null && override !== UNDONE
  if (missing.length > 0 && override === UNDONE) notes.push(phrase('tookBack'))
  const told = say('markedReady', {
    ...subject,
    ready: { called: phrase('ready'), home: 'ready' },
    overruled: isOverruled ? 'yes' : 'no',
    count: missing.length,
    missing: { all: lacks, between: '; ' },
  })
  return { ...told, notes, quote: isOverruled ? override : null }
}

function stepped(
  { team, from, to, done }: Extract<StoryEvent, { type: 'StoryStepped' }>,
  known: Known,
  subject: Subject,
): Told {
  const steps = { from: stepName(known, team, from), to: stepName(known, team, to) }
  return { ...say('moved', { ...subject, ...steps }), notes: done ? [phrase('done')] : [] }
}

type Farewell = Pick<
  Extract<StoryEvent, { type: 'StoryMoved' }>,
  'reason' | 'revisitOn' | 'duplicateOf'
>

/** Why it went, and what is to become of it. A reason that only says "taken back" is nobody's words. */
function withFarewell(
  told: Told,
  { reason, revisitOn, duplicateOf }: Farewell,
  known: Known,
): Told {
  const notes = [...told.notes]
  if (reason === UNDONE) notes.push(phrase('tookBack'))
  if (duplicateOf !== null) notes.push(phrase('repeats', { story: storyName(known, duplicateOf) }))
  if (revisitOn !== null) notes.push(phrase('lookAgain', { on: { day: revisitOn } }))
  return { ...told, quote: reason === UNDONE ? null : reason, notes }
}

/** ST4: what it had on the backlog it left. */
function lost({
  size,
  schedule,
}: {
  readonly size: string | null
  readonly schedule: string | null
}): Phrase[] {
  const all: Phrase[] = []
  if (size !== null) all.push(phrase('itsSize', { size }))
  if (schedule !== null) all.push(phrase('itsSchedule', { on: { day: schedule } }))
  return all.length === 0 ? [] : [phrase('lost', { parts: { all } })]
}
