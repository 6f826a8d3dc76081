import type { MailWish } from '#server/storage/mailStore.ts'

const QUARTER = 900_000
const HOUR = 4 * QUARTER
const DAY = 24 * HOUR

/** Gives whether a digest is due again. `last`: when one was last due, `now`: both in ms. */
export function isDigestDue(wish: MailWish, last: number, now: number): boolean {
  switch (wish.digest) {
    case 'off':
      return false
    case 'hourly':
      return now - last >= HOUR
    case 'daily':
      return latest(wish, now) > last
  }
}

/** Gives the newest time, in ms, at which the hour of the digest began where the person is; 0 when none is near. */
function latest({ zone, hour }: MailWish, now: number): number {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    hourCycle: 'h23',
  })
  const isIt = (at: number) => Number(clock.format(at)) === hour
  // Some zones are a part of an hour off, and a day may have 23 or 25 hours: what the clock shows there is asked.
  for (let at = now - (now % QUARTER); at > now - DAY - 2 * HOUR; at -= QUARTER) {
    if (isIt(at) && !isIt(at - QUARTER)) return at
  }
  return 0
}
