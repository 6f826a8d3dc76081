import type { Room } from '#components/live/room.ts'
import type { AgendaItem, Vote } from '#lib/domain/sessions/session.ts'

/** A round that is open until a day, whether anybody is there or not (PL4). */
export type Round = Extract<Vote, { phase: 'open' }> & { readonly deadline: number }

/** Gives the round on a story that is open until a day; null where there is none. */
export function roundOf({ vote }: Pick<AgendaItem, 'vote'>): Round | null {
  return vote?.phase === 'open' && vote.deadline !== null
    ? { ...vote, deadline: vote.deadline }
    : null
}

/** True where a round waits for this person's vote at `now`, in ms (PL7). */
export function asksFor(
  { me, mayTakePart }: Pick<Room, 'me' | 'mayTakePart'>,
  item: Pick<AgendaItem, 'vote'>,
  now: number,
): boolean {
  const round = roundOf(item)
  return mayTakePart && round !== null && round.deadline > now && !round.voted.includes(me)
}

/** What rounds are about: those that are open, and those whose votes wait for a size. */
export function votedAhead<Item extends Pick<AgendaItem, 'vote' | 'outcome'>>(
  agenda: readonly Item[],
): readonly Item[] {
  return agenda.filter(
    (item) => item.outcome === null && (roundOf(item) || item.vote?.phase === 'revealed'),
  )
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Gives tomorrow at 17:00 where the reader is, in ms. */
export function tomorrowAtFive(now: number): number {
  const day = new Date(now)
  day.setDate(day.getDate() + 1)
  return day.setHours(17, 0, 0, 0)
}

/** Gives the same time three days later where the reader is, in ms. */
export function inThreeDays(now: number): number {
  const day = new Date(now)
  return day.setDate(day.getDate() + 3)
}

/** Gives how far off a time is, for words: hours within two days, then days; minutes in the last hour. Never less than 1. */
export function distance(
  at: number,
  now: number,
): { readonly count: number; readonly unit: 'minute' | 'hour' | 'day' } {
  const left = at - now
  if (left < HOUR_MS) return { count: Math.max(1, Math.round(left / 60_000)), unit: 'minute' }
  if (left < 2 * DAY_MS) return { count: Math.round(left / HOUR_MS), unit: 'hour' }
  return { count: Math.round(left / DAY_MS), unit: 'day' }
}
