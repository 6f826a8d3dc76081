/** Gives the day some months after now, `YYYY-MM-DD`; the last of a month where it has no such day. `now`: ms. */
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
