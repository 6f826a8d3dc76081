import { captureStory, idProblem } from '../decisions/capture.ts'
import { accept, type Case, type Decision } from '../decision.ts'
import { refuse } from '../refusal.ts'
import { TITLE_MAX_CHARACTERS } from '../story.ts'
import type { CaptureTopic, Noted } from './command.ts'
import { agendaItem, participantProblem, phaseProblem } from './guards.ts'
import { said } from './run.ts'
import { NOTES_MAX, type Session } from './session.ts'

/** [MT10] Participants note what was decided, and park what is for later. A note is as long as a title: it may become one. */
export function recordNote(here: Case, session: Session, command: Noted): Decision {
  const no =
    participantProblem(here, session, 'write that down') ??
    phaseProblem(session, ['running', 'paused', 'closing'], 'nothing is noted.') ??
    idProblem(command.note, 'note')
  if (no) return no
  const { decisions, topics } = session
  const notes = command.type === 'recordDecision' ? decisions : topics
  if ([...decisions, ...topics].some(({ id }) => id === command.note)) {
    return refuse('idTaken', 'There is a note with this id. Nothing was changed.')
  }
  if (notes.length >= NOTES_MAX) return refuse('tooMuch', `At most ${NOTES_MAX} notes fit.`)
  // What is on the agenda everybody knows of who may read the note.
  const item = command.about === null ? null : agendaItem(session, command.about)
  if (item && 'ok' in item) return item
  const text = command.text.replace(/\s+/g, ' ').trim()
  if (text === '') return refuse('textEmpty', 'Write a few words first. Nothing was changed.')
  if (text.length > TITLE_MAX_CHARACTERS) {
    return refuse('textTooLong', `At most ${TITLE_MAX_CHARACTERS} characters fit into a note.`)
  }
  const { note, about } = command
  const type = command.type === 'recordDecision' ? 'DecisionRecorded' : 'TopicParked'
  return accept(said(session, { type, note, text, about }))
}

/** [MT10] A topic of the parking lot becomes an idea, once; after the session, too. */
export function captureTopic(here: Case, session: Session, command: CaptureTopic): Decision {
  const no = participantProblem(here, session, 'make ideas of its topics')
  if (no) return no
  const topic = session.topics.find(({ id }) => id === command.note)
  if (!topic) return refuse('noteNotFound', 'This topic is not there. Nothing was changed.')
  if (topic.idea !== null) return refuse('alreadyThere', 'This topic is an idea already.')
  const { id, story } = command
  const captured = captureStory(here, { id, type: 'captureStory', story, title: topic.text })
  if (!captured.ok) return captured
  return accept(
    ...captured.events,
    said(session, { type: 'TopicCaptured', note: topic.id, about: story }),
  )
}
