import { currentStory } from '#lib/domain/sessions/clock.ts'
import type { AgendaItem } from '#lib/domain/sessions/session.ts'
import type { Room } from './room.ts'

/** True where this person may order the agenda now (MT3). */
export function mayOrder({ session: { phase }, isMine, isCurrent, mayTakePart }: Room): boolean {
  if (!isCurrent) return false
  if (phase.name === 'scheduled') return mayTakePart
  return isMine && (phase.name === 'running' || phase.name === 'closing')
}

/** What this person may do now with a story on the agenda of a meeting, or in the queue of a planning session (MT3). */
export function rightsOn(item: AgendaItem, room: Room) {
  const { session, isMine, isCurrent, me, mayTakePart } = room
  const { name } = session.phase
  const isOpen = name === 'scheduled' || name === 'running' || name === 'closing'
  const isUntouched = !item.outcome && item.rounds === 0 && item.spentMs === 0
  const isNow = currentStory(session) === item.story
  return {
    mayMove: mayOrder(room),
    mayRemove:
      isCurrent &&
      isOpen &&
      isUntouched &&
      !isNow &&
      (isMine || (item.addedBy === me && mayTakePart)),
    mayTakeUp: isCurrent && isMine && isOpen && name !== 'scheduled' && !item.outcome && !isNow,
    // Also while the session rests (MT12).
    mayTime: !item.outcome && (mayOrder(room) || (isCurrent && isMine && name === 'paused')),
  }
}
