import type { NewCommand } from '../command.ts'
import { visibleStory } from '../decisions/places.ts'
import { dateProblem, tidyReason } from '../decisions/words.ts'
import { accept, type Case, type Decision, notFound } from '../decision.ts'
import { assertNever } from '../must.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Story } from '../story.ts'
import { currentStory } from './clock.ts'
import type { ConcludeStory, NewOutcome, SplitPart } from './command.ts'
import { agendaItem, facilitatorProblem, phaseProblem, wrongMoment } from './guards.ts'
import { inTurn } from './inTurn.ts'
import { said } from './run.ts'
import type { Outcome, OutcomeKind, Session, SessionKind } from './session.ts'

/** Which outcomes there are where. */
export const OUTCOMES_OF: Record<SessionKind, readonly OutcomeKind[]> = {
  meeting: ['ready', 'needs-work', 'split', 'wont-do', 'parked', 'skipped'],
  planning: ['sized', 'parked', 'skipped'],
}

/** A story is split into so many others at most. */
export const PARTS_MAX = 20

/**
 * [MT8] What became of a story: the outcome and the commands that do it happen together or not at all. Of a story that
 * nobody can see any more, only that it was skipped. A vote that was not revealed never is.
 */
export function concludeStory(here: Case, session: Session, command: ConcludeStory): Decision {
  const no = facilitatorProblem(here, session, 'say what became of a story')
  if (no) return no
  const item = agendaItem(session, command.story)
  if ('ok' in item) return item
  const { outcome } = command
  // What was voted on without a meeting is settled without one, too.
  const isRevealed = item.vote?.phase === 'revealed'
  const wrong = phaseProblem(
    session,
    isRevealed ? ['scheduled', 'running', 'closing'] : ['running'],
    'a story has its outcome when it was talked or voted about.',
  )
  if (wrong) return wrong
  if (item.outcome) return wrongMoment('This story has its outcome already.')
  if (!isRevealed && currentStory(session) !== item.story) {
    return wrongMoment('This is not the current story.')
  }
  if (!OUTCOMES_OF[session.kind].includes(outcome.kind)) {
    return refuse(
      'badOutcome',
      `"${outcome.kind}" is no outcome here; it must be one of ${OUTCOMES_OF[session.kind].join(', ')}.`,
    )
  }
  const story = visibleStory(here, item.story)
  if (!story && outcome.kind !== 'skipped') return notFound()
  const record = recordOf(here, outcome)
  if ('ok' in record) return record
  const done = story ? inTurn(here, commandsOf(story, outcome, record)) : accept()
  if (!done.ok) return done
  const missing = done.events.flatMap((event) =>
    event.type === 'StoryMoved' ? (event.gate?.missing ?? []) : [],
  )
  const dealt =
    outcome.kind === 'split' ? outcome.into.flatMap((part) => deal(item.story, part)) : []
  return accept(
    ...done.events,
    ...dealt,
    said(session, {
      type: 'StoryConcluded',
      about: item.story,
      outcome: { ...record, missing },
    }),
  )
}

/** Gives the commands that do elsewhere what an outcome says; none where the story is already as it says. */
function commandsOf(
  { id: story, stage, theme, persona, size }: Story,
  outcome: NewOutcome,
  { note }: Pick<Outcome, 'note'>,
): NewCommand[] {
  switch (outcome.kind) {
    case 'ready': {
      if (stage === 'ready') return []
      const { confirmed, override } = outcome
      const ready: NewCommand = {
        type: 'markReady',
        story,
        ...(confirmed !== undefined && { confirmed }),
        ...(override !== undefined && { override }),
      }
      return stage === 'idea' ? [{ type: 'startRefining', story }, ready] : [ready]
    }
    case 'needs-work':
      if (stage === 'ready') return [{ type: 'bounceStory', story, reason: note ?? '' }]
      return stage === 'idea' ? [{ type: 'startRefining', story }] : []
    case 'wont-do': {
      const { reason, revisitOn } = outcome
      return [{ type: 'dismissStory', story, reason, ...(revisitOn && { revisitOn }) }]
    }
    case 'split':
      return outcome.into.flatMap(({ story: part, title }): NewCommand[] => [
        { type: 'captureStory', story: part, title },
        { type: 'startRefining', story: part },
        ...(theme ? [{ type: 'setTheme', story: part, theme } as const] : []),
        ...(persona ? [{ type: 'setPersona', story: part, persona } as const] : []),
      ])
    case 'sized':
      return size === outcome.size ? [] : [{ type: 'sizeStory', story, size: outcome.size }]
    case 'parked':
    case 'skipped':
      return []
    default:
      return assertNever(outcome)
  }
}

/** The text follows: the server copies the criteria into the part's document, once. */
function deal(from: string, { story, criteria }: SplitPart) {
  return criteria.length === 0 ? [] : [{ type: 'CriteriaDealt', story, from, criteria } as const]
}

/** Gives what is kept of an outcome, or why it is none. */
function recordOf(
  here: Case,
  outcome: NewOutcome,
): Omit<Outcome, 'by' | 'at' | 'missing'> | Refusal {
  const base = { kind: outcome.kind, owner: null, due: null, note: null, size: null, into: [] }
  switch (outcome.kind) {
    case 'ready':
      return base
    case 'sized':
      return { ...base, size: outcome.size }
    case 'wont-do':
      return noted(base, outcome.reason, true)
    case 'parked':
    case 'skipped':
      return noted(base, outcome.note, false)
    case 'needs-work': {
      const { owner = null, due = null } = outcome
      if (owner !== null && !here.state.members.has(owner)) {
        return refuse('memberNotFound', 'Whoever is to do it is not in the workspace.')
      }
      const wrong = due === null ? null : dateProblem(due)
      return wrong ?? noted({ ...base, owner, due }, outcome.note, true)
    }
    case 'split': {
      const into = outcome.into.map(({ story }) => story)
      if (into.length > 0 && into.length <= PARTS_MAX) return { ...base, into }
      return refuse('badOutcome', `A story is split into 1 to ${PARTS_MAX} others.`)
    }
    default:
      return assertNever(outcome)
  }
}

function noted<Base extends object>(
  base: Base,
  raw: string | undefined,
  isNeeded: boolean,
): (Base & { note: string | null }) | Refusal {
  const note = tidyReason(raw, isNeeded)
  return typeof note === 'string' || note === null ? { ...base, note } : note
}
