import { visibleStory } from '../decisions/places.ts'
import { accept, type Case, type Decision, nameOf, notFound } from '../decision.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Story } from '../story.ts'
import { currentStory, itemOf } from './clock.ts'
import type { AddToAgenda, MoveOnAgenda, SetTimeBox } from './command.ts'
import {
  agendaItem,
  called,
  facilitatorProblem,
  participantProblem,
  phaseProblem,
  rightProblem,
  wrongMoment,
} from './guards.ts'
import { said } from './run.ts'
import { AGENDA_MAX, MINUTES_DEFAULT, MINUTES_MAX, type Session } from './session.ts'

/** [MT3] Whoever may take part prepares the agenda; once the session runs, whoever is there. */
export function addToAgenda(here: Case, session: Session, command: AddToAgenda): Decision {
  const no =
    (session.phase.name === 'scheduled'
      ? rightProblem(here, session, 'takePart')
      : participantProblem(here, session, 'add to its agenda')) ??
    phaseProblem(session, ['scheduled', 'running', 'closing'], 'its agenda stays as it is.')
  if (no) return no
  const story = visibleStory(here, command.story)
  if (!story || story.trashedAt !== null) return notFound()
  if (itemOf(session, story.id)) {
    return refuse('alreadyThere', `${nameOf(story)} is on this agenda already.`)
  }
  const wrong = misplaced(session, story)
  if (wrong) return wrong
  const { minutes = MINUTES_DEFAULT } = command
  const unfit = minutesProblem(minutes)
  if (unfit) return unfit
  if (session.agenda.length >= AGENDA_MAX) {
    return refuse('tooMuch', `At most ${AGENDA_MAX} stories fit on an agenda.`)
  }
  return accept(said(session, { type: 'AgendaAdded', about: story.id, minutes }))
}

/** Whoever put a story there takes it off again, and whoever facilitates. What happened with a story stays on record. */
export function removeFromAgenda(here: Case, session: Session, story: string): Decision {
  const item = agendaItem(session, story)
  if ('ok' in item) return item
  const no =
    (item.addedBy === here.actor.id
      ? rightProblem(here, session, 'takePart')
      : facilitatorProblem(here, session, 'take stories of others off its agenda')) ??
    phaseProblem(session, ['scheduled', 'running', 'closing'], 'its agenda stays as it is.')
  if (no) return no
  if (currentStory(session) === story || item.outcome || item.rounds > 0 || item.spentMs > 0) {
    return wrongMoment('This story was taken up already. Skip it instead.')
  }
  return accept(said(session, { type: 'AgendaRemoved', about: story }))
}

/** [MT3] Until the session begins whoever may take part orders it; then whoever facilitates. */
export function moveOnAgenda(here: Case, session: Session, command: MoveOnAgenda): Decision {
  const no =
    (session.phase.name === 'scheduled'
      ? rightProblem(here, session, 'takePart')
      : facilitatorProblem(here, session, 'order its agenda')) ??
    phaseProblem(session, ['scheduled', 'running', 'closing'], 'its agenda stays as it is.')
  if (no) return no
  const item = agendaItem(session, command.story)
  if ('ok' in item) return item
  if (command.after !== null) {
    const before = agendaItem(session, command.after)
    if ('ok' in before) return before
    if (before === item) return wrongMoment('A story cannot follow itself.')
  }
  const { story, after } = command
  return accept(said(session, { type: 'AgendaMoved', about: story, after }))
}

/** [MT12] A story gets another time box from whoever may order the agenda; once it has its outcome, its time is told. */
export function setTimeBox(here: Case, session: Session, command: SetTimeBox): Decision {
  const no =
    (session.phase.name === 'scheduled'
      ? rightProblem(here, session, 'takePart')
      : facilitatorProblem(here, session, 'change time boxes')) ??
    phaseProblem(
      session,
      ['scheduled', 'running', 'paused', 'closing'],
      'its times stay as they are.',
    ) ??
    minutesProblem(command.minutes)
  if (no) return no
  const item = agendaItem(session, command.story)
  if ('ok' in item) return item
  if (item.outcome) return wrongMoment('This story has its outcome already.')
  const { story, minutes } = command
  if (item.minutes === minutes) return accept()
  return accept(said(session, { type: 'TimeBoxSet', about: story, minutes }))
}

function minutesProblem(minutes: number): Refusal | null {
  if (minutes >= 1 && minutes <= MINUTES_MAX) return null
  return refuse('invalid', `"minutes" is ${minutes}; 1 to ${MINUTES_MAX} fit.`)
}

/** A meeting refines what is in the refinement area, planning what is on its team's backlog. */
function misplaced(session: Session, story: Story): Refusal | null {
  if (session.team !== null) {
    if (story.team === session.team) return null
    return refuse('notOnTeam', `${nameOf(story)} is not on the backlog that is planned here.`)
  }
  if (story.stage !== null && story.stage !== 'wont-do') return null
  return refuse(
    'moveNotAllowed',
    `${nameOf(story)} is not being refined: a ${called(session)} is about ideas, and stories in Refinement or Ready.`,
  )
}
