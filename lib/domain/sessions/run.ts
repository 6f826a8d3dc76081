import { idProblem } from '../decisions/capture.ts'
import { visibleTeam } from '../decisions/places.ts'
import { tidyName } from '../decisions/words.ts'
import { accept, type Case, type Decision } from '../decision.ts'
import type { NewEvent } from '../event.ts'
import { refuse } from '../refusal.ts'
import type { RescheduleSession, ScheduleSession, TakeUpStory } from './command.ts'
import type { SessionFact } from './event.ts'
import {
  agendaItem,
  called,
  facilitatorProblem,
  phaseProblem,
  rightProblem,
  wrongMoment,
} from './guards.ts'
import {
  type Session,
  SESSION_ID_MAX_CHARACTERS,
  SESSIONS_MAX,
  SILENT_MINUTES_MAX,
} from './session.ts'
import { summaryOf } from './summary.ts'

/** [MT1] Whoever schedules a session facilitates it until somebody else starts it. */
export function scheduleSession(here: Case, command: ScheduleSession): Decision {
  const { state } = here
  const team = command.team ?? null
  if ((command.kind === 'planning') !== (team !== null)) {
    return refuse('invalid', 'A planning session has a team, and a meeting has none.')
  }
  if (team !== null) {
    const found = visibleTeam(here, team)
    if ('ok' in found) return found
  }
  const no = rightProblem(here, { team }, 'runSession') ?? idProblem(command.session, 'session')
  if (no) return no
  if (command.session.length > SESSION_ID_MAX_CHARACTERS) {
    return refuse('invalid', `A session's id has at most ${SESSION_ID_MAX_CHARACTERS} characters.`)
  }
  const sessions = [...(state.sessions?.values() ?? [])]
  if (state.sessions?.has(command.session)) {
    return refuse('idTaken', 'This id has been used for a session before. Nothing was changed.')
  }
  if (sessions.filter(({ phase }) => phase.name !== 'ended').length >= SESSIONS_MAX) {
    return refuse(
      'tooMuch',
      `There are ${SESSIONS_MAX} sessions that are not over. End one of them first; nothing was changed.`,
    )
  }
  const name = tidyName(command.name, called(command))
  if (typeof name !== 'string') return name
  const { kind, startsAt = null } = command
  const session = { id: command.session, team }
  return accept(said(session, { type: 'SessionScheduled', kind, name, startsAt }))
}

/** [MT1] Whoever may run a session gives one that has not begun another name or time. */
export function rescheduleSession(
  here: Case,
  session: Session,
  command: RescheduleSession,
): Decision {
  const no =
    rightProblem(here, session, 'runSession') ??
    phaseProblem(session, ['scheduled'], 'its name and time stay as they are.')
  if (no) return no
  const name = tidyName(command.name, called(session))
  if (typeof name !== 'string') return name
  const { startsAt = null } = command
  if (name === session.name && startsAt === session.startsAt) return accept()
  return accept(said(session, { type: 'SessionRescheduled', name, startsAt }))
}

/** [MT1] Whoever may run a session starts it, and facilitates it from then on. */
export function startSession(here: Case, session: Session): Decision {
  const no =
    rightProblem(here, session, 'runSession') ??
    phaseProblem(session, ['scheduled'], 'it can be started only once.')
  if (no) return no
  const first = session.agenda.find(({ outcome }) => outcome === null)
  if (!first) {
    return refuse(
      'agendaEmpty',
      `Put a story on the agenda of this ${called(session)} first. Nothing was changed.`,
    )
  }
  return accept(said(session, { type: 'SessionStarted', about: first.story }))
}

export function pauseSession(here: Case, session: Session): Decision {
  const no =
    facilitatorProblem(here, session, 'pause it') ??
    phaseProblem(session, ['running'], 'there is nothing to pause.')
  return no ?? accept(said(session, { type: 'SessionPaused' }))
}

export function resumeSession(here: Case, session: Session): Decision {
  const no =
    facilitatorProblem(here, session, 'go on with it') ??
    phaseProblem(session, ['paused'], 'there is nothing to go on with.')
  return no ?? accept(said(session, { type: 'SessionResumed' }))
}

/** [MT9] What is known of each story goes into its discussion. One that has not begun is called off. */
export function endSession(here: Case, session: Session): Decision {
  const no =
    facilitatorProblem(here, session, 'end it') ??
    phaseProblem(session, ['scheduled', 'running', 'paused', 'closing'], 'it cannot end twice.')
  if (no) return no
  const left = session.phase.name === 'scheduled' ? [] : summaryOf(here, session)
  return accept(said(session, { type: 'SessionEnded' }), ...left)
}

/** [MT2] Another story becomes the current one; the clock of the one before stops. */
export function takeUpStory(here: Case, session: Session, command: TakeUpStory): Decision {
  const no =
    facilitatorProblem(here, session, 'choose the story') ??
    phaseProblem(session, ['running', 'closing'], 'no story can be taken up.')
  if (no) return no
  const item = agendaItem(session, command.story)
  if ('ok' in item) return item
  const { phase } = session
  if (item.outcome) return wrongMoment('This story has its outcome already.')
  if (phase.name === 'running' && phase.story === item.story && command.silent === undefined) {
    return accept()
  }
  const { silent = 0 } = command
  if (silent > SILENT_MINUTES_MAX) {
    return refuse('invalid', `At most ${SILENT_MINUTES_MAX} minutes of silent reading fit.`)
  }
  const until = here.now + silent * 60_000
  return accept(
    said(session, {
      type: 'StoryTakenUp',
      about: item.story,
      step: silent > 0 ? { name: 'reading', until } : { name: 'discussing' },
    }),
  )
}

/** Everybody has read, sooner than was thought. */
export function endReading(here: Case, session: Session): Decision {
  const no = facilitatorProblem(here, session, 'end the reading')
  if (no) return no
  const { phase } = session
  if (phase.name !== 'running' || phase.step.name !== 'reading') {
    return wrongMoment('Nobody is reading in silence.')
  }
  return accept(said(session, { type: 'ReadingEnded' }))
}

/** Puts the frame of a session around what happened in it. */
export function said({ id, team }: Pick<Session, 'id' | 'team'>, fact: SessionFact): NewEvent {
  return { story: null, session: id, team, ...fact }
}
