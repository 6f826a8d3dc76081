import { isAllowed } from '#lib/domain/permissions.ts'
import type { AreaStory } from '#lib/domain/story.ts'
import type { World } from '#lib/domain/visibility.ts'

/**
 * Gives the stories whose day to be looked at again has come and of which `me` is reminded, the longest due first: whoever
 * set a story aside, and everybody who may reopen it once that person cannot. `now`: ms since the epoch.
 */
export function dueAgain(
  setAside: readonly AreaStory[],
  world: World,
  me: string,
  now: number,
): readonly AreaStory[] {
  const today = dayOf(new Date(now))
  const mayReopen = (user: string | null) => {
    const member = user === null ? undefined : world.members.get(user)
    return member !== undefined && isAllowed(world, member, 'curate')
  }
  if (!mayReopen(me)) return []
  return setAside
    .filter(({ revisitOn }) => revisitOn !== null && revisitOn <= today)
    .filter(({ setAsideBy }) => setAsideBy === me || !mayReopen(setAsideBy))
    .sort((a, b) => ((a.revisitOn ?? '') < (b.revisitOn ?? '') ? -1 : 1))
}

/** Gives the day some months after now, `YYYY-MM-DD`; the last of a month where it has no such day. */
export function dayAfter(now: number, months: number): string {
  const day = new Date(now)
  const last = new Date(day.getFullYear(), day.getMonth() + months + 1, 0).getDate()
  return dayOf(new Date(day.getFullYear(), day.getMonth() + months, Math.min(day.getDate(), last)))
}

/** A day as the reader's calendar has it. */
function dayOf(date: Date): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
