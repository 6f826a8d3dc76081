import type { TeamFlow } from './flow.ts'

/** The length of a month in days, as a mean over the calendar. */
const MONTH_DAYS = 30.44
/** With less history than this there is no throughput to speak of. */
const LEAST_DAYS = 14

/** Health: how many months of work wait on a team's backlog. */
export type Inventory =
  | { readonly kind: 'unknown'; readonly why: 'tooYoung' | 'nothingDone' }
  | {
      readonly kind: 'known'
      readonly months: number
      /** Completions a month. */
      readonly throughput: number
      readonly health: Health
      readonly side: 'little' | 'right' | 'much'
    }

export type Health = 'green' | 'amber' | 'red'

/**
 * Gives open stories not started, divided by the mean monthly throughput of the last six months. 1 to 3 months are
 * green, 0.5 to 1 and 3 to 4 amber, beyond that red.
 */
export function inventoryOf(notStarted: number, { completed, days }: TeamFlow): Inventory {
  if (days < LEAST_DAYS) return { kind: 'unknown', why: 'tooYoung' }
  if (completed === 0) return { kind: 'unknown', why: 'nothingDone' }
  const throughput = (completed / days) * MONTH_DAYS
  const months = notStarted / throughput
  return { kind: 'known', months, throughput, health: healthOf(months), side: sideOf(months) }
}

/**
 * Gives how many stories a team is likely to finish in the next `ahead` days at its own pace; null where there is not
 * enough history to say.
 */
export function likelyDone({ completed, days }: TeamFlow, ahead: number): number | null {
  if (days < LEAST_DAYS || completed === 0) return null
  return Math.round((completed / days) * ahead)
}

function healthOf(months: number): Health {
  if (months >= 1 && months <= 3) return 'green'
  return months >= 0.5 && months <= 4 ? 'amber' : 'red'
}

function sideOf(months: number): 'little' | 'right' | 'much' {
  if (months < 1) return 'little'
  return months > 3 ? 'much' : 'right'
}
