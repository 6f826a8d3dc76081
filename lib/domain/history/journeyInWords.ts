import type { GateRecord, StoryEvent } from '../event.ts'
import { UNDONE } from '../inverse.ts'
import { assertNever } from '../must.ts'
import { missingInWords } from '../readiness.ts'
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
import { count, dateInWords, listed, plainWords, say, type Told, type Word } from './told.ts'

type Journey = Extract<
  StoryEvent,
  {
    type: 'StoryMoved' | 'StoryAssigned' | 'StoryReassigned' | 'StorySentBack' | 'StoryStepped'
  }
>

/** Tells how a story went from one place to another, why, and how the gate judged it. */
export function journeyInWords(event: Journey, known: Known, it: Word): Told {
  switch (event.type) {
    case 'StoryMoved':
      return moved(event, known, it)
    case 'StoryAssigned':
      return say('assigned ', it, ' to ', stepOfTeam(known, event.team, event.step))
    case 'StoryReassigned':
      return {
        ...say(
          'reassigned ',
          it,
          ' from ',
          teamName(known, event.from.team),
          ' to ',
          teamName(known, event.to.team),
        ),
        notes: lost(event.from),
      }
    case 'StorySentBack': {
      const { team, step } = event.from
      const [verb, back] = event.to === 'refinement' ? ['sent ', ' back'] : ['moved ', '']
      const home = stepOfTeam(known, team, step)
      const told = say(verb, it, `${back} from `, home, ', to ', stageName(event.to))
      return withFarewell({ ...told, notes: lost(event.from) }, event, known)
    }
    case 'StoryStepped':
      return stepped(event, known, it)
    default:
      return assertNever(event)
  }
}

function moved(event: Extract<StoryEvent, { type: 'StoryMoved' }>, known: Known, it: Word): Told {
  if (event.to === 'ready' && event.gate) return throughGate(event.gate, known, it)
  const [from, to] = [stageName(event.from), stageName(event.to)]
  if (event.from === 'wont-do') return say('reopened ', it, ', from ', from, ' to ', to)
  const told =
    event.from === 'ready' && event.to === 'refinement'
      ? say('sent ', it, ' back from ', from, ' to ', to)
      : say('moved ', it, ' from ', from, ' to ', to)
  return withFarewell(told, event, known)
}

/** RD1: what the gate saw then, whatever the policy has become. */
function throughGate(
  { mode, missing, override, acknowledged }: GateRecord,
  known: Known,
  it: Word,
) {
  const sides = SIDES.flatMap((side) => {
    const person = acknowledged[side]
    return person === undefined ? [] : [`for ${side} by ${personName(known, person)}`]
  })
  const notes = sides.length === 0 ? [] : [`Acknowledged ${listed(sides)}`]
  if (mode === 'off') notes.push('The gate was off')
  const ready = { name: 'ready', home: 'ready' } as const
  if (missing.length === 0) return { ...say('marked ', it, ' ', ready), notes }
  const lacking = missing.length === 1 ? 'a check was' : `${count(missing.length, 'check')} were`
  const although = ` although ${lacking} missing: ${missingInWords(missing)}`
  const isUndone = override === UNDONE
  if (isUndone) notes.push('Took a move back')
  if (override === null || isUndone) return { ...say('marked ', it, ' ', ready, although), notes }
  return {
    ...say('overruled the gate and marked ', it, ' ', ready, although),
    notes,
    quote: override,
  }
}

function stepped(
  { team, from, to, done }: Extract<StoryEvent, { type: 'StoryStepped' }>,
  known: Known,
  it: Word,
): Told {
  const told = say(
    'moved ',
    it,
    ' from ',
    stepName(known, team, from),
    ' to ',
    stepName(known, team, to),
  )
  return done ? { ...told, notes: ['It is done'] } : told
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
  if (reason === UNDONE) notes.push('Took a move back')
  if (duplicateOf !== null) notes.push(`It repeats ${plainWords([storyName(known, duplicateOf)])}`)
  if (revisitOn !== null) notes.push(`To look at again on ${dateInWords(revisitOn)}`)
  return { ...told, quote: reason === UNDONE ? null : reason, notes }
}

/** ST4: what it had on the backlog it left. */
function lost({
  size,
  schedule,
}: {
  readonly size: string | null
  readonly schedule: string | null
}): string[] {
  const parts: string[] = []
  if (size !== null) parts.push(`its size ${size}`)
  if (schedule !== null) parts.push(`its schedule ${dateInWords(schedule)}`)
  return parts.length === 0 ? [] : [`Lost ${listed(parts)}`]
}
