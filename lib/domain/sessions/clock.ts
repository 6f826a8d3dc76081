import { type AgendaItem, HANDOVER_MS, type Session } from './session.ts'

/** What a session is doing, in one word. */
export type SessionState =
  'scheduled' | 'reading' | 'discussing' | 'voting' | 'revealed' | 'paused' | 'closing' | 'ended'

/** Gives what a session is doing at `now` (ms). Reading ends by itself: nothing has to happen for that. */
export function stateAt(session: Session, now: number): SessionState {
  const { phase } = session
  if (phase.name !== 'running') return phase.name
  const vote = itemOf(session, phase.story)?.vote
  if (vote && !(vote.phase === 'open' && vote.deadline !== null)) {
    return vote.phase === 'open' ? 'voting' : 'revealed'
  }
  return phase.step.name === 'reading' && now < phase.step.until ? 'reading' : 'discussing'
}

/** Gives the story that everybody works on, also while the session rests; null before, between and after. */
export function currentStory({ phase }: Session): string | null {
  return phase.name === 'running' || phase.name === 'paused' ? phase.story : null
}

export function itemOf({ agenda }: Pick<Session, 'agenda'>, story: string): AgendaItem | undefined {
  return agenda.find((item) => item.story === story)
}

/** Gives how long a story has been the current one by `now`, in ms; pauses do not count. Never less than it was before. */
export function spentOn(session: Session, item: AgendaItem, now: number): number {
  const { phase } = session
  const runs = phase.name === 'running' && phase.story === item.story
  return item.spentMs + (runs ? Math.max(0, now - phase.since) : 0)
}

/** Gives the ms that are left of a story's time box; negative once it is over. */
export function leftOf(session: Session, item: AgendaItem, now: number): number {
  return item.minutes * 60_000 - spentOn(session, item, now)
}

/** Gives who takes part and is there: those whose hands count. */
export function participantsHere({ people }: Session): string[] {
  return Object.keys(people).filter((id) => people[id]?.isHere && people[id]?.as === 'participant')
}

/** True once others may take over from whoever facilitates: nothing has been heard of them for a while (MT5). */
export function isHandoverDue({ people, facilitator, phase }: Session, now: number): boolean {
  if (phase.name === 'scheduled' || phase.name === 'ended') return false
  const attendee = people[facilitator]
  return !attendee || (!attendee.isHere && now - attendee.at >= HANDOVER_MS)
}
