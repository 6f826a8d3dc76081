import { longDate } from '#components/cards/days.ts'
import { textsOf } from '#components/language/loaded.ts'
import type { Backlog } from '#lib/client/client.ts'
import {
  type Forecast,
  forecastAt,
  type NoOutlook,
  type Outlook,
  outlookOf,
} from '#lib/domain/forecast.ts'
import { queueOf } from '#lib/domain/queue.ts'
import type { Team } from '#lib/domain/team.ts'

/** When each story of a team is likely to be done. */
export interface Forecasts {
  /** By the story's id; what is done, or further away than can be said, is not in it. */
  readonly dates: ReadonlyMap<string, Forecast>
  /** How many full weeks they were counted from, or why there are none. */
  readonly from: { readonly kind: 'known'; readonly weeks: number } | NoOutlook
}

interface Known {
  readonly team: Team
  readonly day: string
  readonly forecasts: Forecasts
}

const known = new WeakMap<Backlog, Known>()

/**
 * Gives when each story of a team is likely to be done (FC2): counted once for a backlog as it is and a day, whoever asks.
 * Days are those of UTC, so that every screen says the same. `now`: milliseconds since the epoch.
 */
export function forecastsOf(team: Team, backlog: Backlog, now: number): Forecasts {
  const day = new Date(now).toISOString().slice(0, 10)
  const before = known.get(backlog)
  if (before?.team === team && before.day === day) return before.forecasts
  const forecasts = count(team, backlog, day)
  known.set(backlog, { team, day, forecasts })
  return forecasts
}

/** Gives a forecast as a sentence: "Likely done by 12 December (85 of 100), as likely as not by 3 December". */
export function forecastInWords(p50: string, p85: string, today: string): string {
  return textsOf('pace.forecast')('both', {
    p50: longDate(p50, today),
    p85: longDate(p85, today),
  })
}

const outlooks = new Map<string, { readonly outlook: Outlook | NoOutlook; readonly upTo: number }>()
/** So many teams, days and paces are kept; where there are more, it begins anew. */
const KEPT = 20
/** It looks so many stories further at a time, so that one more on the backlog is no reason to count again. */
const STEP = 50

/** The futures of a team are drawn once a day, and when it has got something done: not with every story that is moved. */
function outlookFor(
  seed: string,
  weeks: readonly number[],
  positions: number,
): Outlook | NoOutlook {
  const name = `${seed}:${weeks.join()}`
  const before = outlooks.get(name)
  if (before && before.upTo >= positions) return before.outlook
  if (outlooks.size >= KEPT) outlooks.clear()
  const upTo = Math.ceil(positions / STEP) * STEP
  const outlook = outlookOf({ weeks }, seed, upTo)
  outlooks.set(name, { outlook, upTo })
  return outlook
}

function count(team: Team, { stories, flow }: Backlog, day: string): Forecasts {
  const queue = queueOf(stories, team, day)
  const outlook = outlookFor(`${team.id}:${day}`, flow?.weeks ?? [], queue.length)
  const dates = new Map<string, Forecast>()
  if (outlook.kind === 'unknown') return { dates, from: outlook }
  for (const [index, { id }] of queue.entries()) {
    const forecast = forecastAt(outlook, index + 1, day)
    if (forecast.p85 !== null) dates.set(id, forecast)
  }
  return { dates, from: { kind: 'known', weeks: flow?.weeks?.length ?? 0 } }
}
