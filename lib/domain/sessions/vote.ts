import { visibleStory } from '../decisions/places.ts'
import { accept, type Case, type Decision, notFound, shorten } from '../decision.ts'
import type { NewEvent } from '../event.ts'
import { refuse } from '../refusal.ts'
import { type Ballot, choicesOf, COMMENT_MAX_CHARACTERS } from './ballot.ts'
import { currentStory } from './clock.ts'
import type { CastVote, OpenVote, RevealVotes } from './command.ts'
import {
  agendaItem,
  facilitatorProblem,
  participantProblem,
  phaseProblem,
  wrongMoment,
} from './guards.ts'
import { said } from './run.ts'
import type { Session } from './session.ts'

/** An asynchronous round is open for this long at most, in ms. */
export const ROUND_MAX_MS = 30 * 24 * 60 * 60_000

/** [MT6] A round on the current story; with a deadline on any story that is planned (PL4). A revote is the next round. */
export function openVote(here: Case, session: Session, command: OpenVote): Decision {
  const no = facilitatorProblem(here, session, 'open a vote')
  if (no) return no
  const { deadline = null } = command
  const wrong = phaseProblem(
    session,
    deadline === null ? ['running'] : ['scheduled', 'running', 'closing'],
    'nobody can vote.',
  )
  if (wrong) return wrong
  const item = agendaItem(session, command.story)
  if ('ok' in item) return item
  if (!visibleStory(here, item.story)) return notFound()
  if (item.outcome) return wrongMoment('This story has its outcome already.')
  if (item.vote?.phase === 'open') return wrongMoment('A round is open on this story.')
  if (deadline === null && currentStory(session) !== item.story) {
    return wrongMoment('This is not the current story.')
  }
  if (deadline !== null) {
    if (session.kind !== 'planning') {
      return refuse('badDeadline', 'Only planning has rounds that nobody has to be there for.')
    }
    if (deadline <= here.now || deadline > here.now + ROUND_MAX_MS) {
      return refuse('badDeadline', 'Choose a deadline within the next 30 days.')
    }
  }
  const { rounds, story: about } = item
  return accept(said(session, { type: 'VoteOpened', about, round: rounds + 1, deadline }))
}

/**
 * [MT6] [MT7] One vote for each person, in the round that is open. What it says goes to the server's ballots and into no
 * event; to change one's mind is no event at all, so that nobody sees that either.
 */
export function castVote(here: Case, session: Session, command: CastVote): Decision {
  const no = participantProblem(here, session, 'vote')
  if (no) return no
  const item = agendaItem(session, command.story)
  if ('ok' in item) return item
  const { vote } = item
  const isOver = vote?.phase === 'open' && vote.deadline !== null && vote.deadline <= here.now
  if (vote?.phase !== 'open' || vote.round !== command.round || isOver) {
    return wrongMoment('This round is over.')
  }
  const { kind, id } = session
  const { id: person } = here.actor
  const where = { session: id, story: item.story, round: vote.round, person }
  const has = vote.voted.includes(person)
  const told = { about: item.story, round: vote.round }
  if (command.value === null) {
    const events = has ? [said(session, { type: 'VoteTakenBack', ...told })] : []
    return { ok: true, events, ballot: { ...where, ballot: null } }
  }
  const team = session.team === null ? undefined : here.state.settings.teams.get(session.team)
  const choices = choicesOf({ kind }, team)
  if (!choices.includes(command.value)) {
    return refuse(
      'badVote',
      `"${shorten(command.value)}" is no vote here; it must be one of ${choices.join(', ')}. Nothing was changed.`,
    )
  }
  const comment = command.comment?.trim() ?? ''
  if (comment.length > COMMENT_MAX_CHARACTERS) {
    return refuse('textTooLong', `At most ${COMMENT_MAX_CHARACTERS} characters fit beside a vote.`)
  }
  const ballot: Ballot = { value: command.value, confidence: command.confidence ?? null, comment }
  const events = has ? [] : [said(session, { type: 'VoteCast', ...told })]
  return { ok: true, events, ballot: { ...where, ballot } }
}

/** [MT6] Whoever facilitates turns the votes over, all at once. */
export function revealVotes(here: Case, session: Session, command: RevealVotes): Decision {
  const no =
    facilitatorProblem(here, session, 'reveal the votes') ??
    phaseProblem(session, ['scheduled', 'running', 'closing'], 'votes stay as they are.')
  if (no) return no
  const item = agendaItem(session, command.story)
  if ('ok' in item) return item
  const { vote } = item
  if (vote?.phase !== 'open' || vote.round !== command.round) {
    return wrongMoment('This round is over.')
  }
  if (vote.voted.length === 0) return refuse('noVotes', 'Nobody has voted yet.')
  return accept(revealed(here.state.ballots, session, item.story, vote.round))
}

/** [PL4] Gives the end of every round whose deadline has come. */
export function roundsDue(
  { sessions, ballots }: Case['state'],
  now: number,
): { readonly by: string; readonly fact: NewEvent }[] {
  const due: { by: string; fact: NewEvent }[] = []
  for (const session of sessions?.values() ?? []) {
    for (const { story, vote } of session.agenda) {
      if (vote?.phase !== 'open' || vote.deadline === null || vote.deadline > now) continue
      const fact = revealed(ballots, session, story, vote.round)
      due.push({ by: session.facilitator, fact })
    }
  }
  return due
}

/** Gives the next deadline of a session, in ms; null where none is ahead. */
export function nextDeadline({ agenda, phase }: Session): number | null {
  if (phase.name === 'ended') return null
  const deadlines = agenda.flatMap(({ vote }) =>
    vote?.phase === 'open' && vote.deadline !== null ? [vote.deadline] : [],
  )
  return deadlines.length === 0 ? null : Math.min(...deadlines)
}

function revealed(
  ballots: Case['state']['ballots'],
  session: Session,
  story: string,
  round: number,
): NewEvent {
  const votes = Object.fromEntries(ballots?.of(session.id, story) ?? [])
  return said(session, { type: 'VotesRevealed', about: story, round, votes })
}
