import { pageLocale } from '#components/language/pageLanguage.ts'
import { addDays, type Iteration } from '#lib/domain/iterations.ts'

const DAY = new Intl.DateTimeFormat(pageLocale(), {
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
})
const DAY_OF_YEAR = new Intl.DateTimeFormat(pageLocale(), {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

const LONG = new Intl.DateTimeFormat(pageLocale(), {
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
})
const LONG_OF_YEAR = new Intl.DateTimeFormat(pageLocale(), { dateStyle: 'long', timeZone: 'UTC' })

/** Gives a date (`YYYY-MM-DD`) as people write it: "12 Dec", with the year where it is not `today`'s. */
export function shortDate(date: string, today: string): string {
  const at = Date.parse(date)
  if (Number.isNaN(at)) return date
  return (date.slice(0, 4) === today.slice(0, 4) ? DAY : DAY_OF_YEAR).format(at)
}

/** Gives a date (`YYYY-MM-DD`) for a sentence: "12 December", with the year where it is not `today`'s. */
export function longDate(date: string, today: string): string {
  return (date.slice(0, 4) === today.slice(0, 4) ? LONG : LONG_OF_YEAR).format(Date.parse(date))
}

/** Gives an iteration as people write it: "3–16 Nov", "24 Nov–7 Dec", "28 Dec–10 Jan 2027". */
export function span({ startsOn, endsOn }: Iteration, today: string): string {
  if (!pageLocale().startsWith('en')) return inOthers(startsOn, endsOn, today)
  const isOneMonth = startsOn.slice(0, 7) === endsOn.slice(0, 7)
  const start = isOneMonth ? String(Number(startsOn.slice(8))) : shortDate(startsOn, startsOn)
  return `${start}–${shortDate(endsOn, today)}`
}

/** The English one is shorter than what browsers write, and the same in all of them. */
function inOthers(startsOn: string, endsOn: string, today: string): string {
  const isThisYear = endsOn.slice(0, 4) === today.slice(0, 4)
  return (isThisYear ? DAY : DAY_OF_YEAR).formatRange(Date.parse(startsOn), Date.parse(endsOn))
}

/** Gives the Monday after a day. */
export function nextMonday(today: string): string {
  const weekday = new Date(Date.parse(today)).getUTCDay()
  return addDays(today, weekday === 1 ? 7 : (8 - weekday) % 7 || 7)
}
