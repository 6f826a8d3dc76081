import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { type Failure, fail } from './failure.ts'

/** How often something may be tried. Kept in memory: a restart forgives, and one process serves everybody. */
export interface Limit {
  /** Counts one try under `key`; gives the failure to answer with when there were too many. */
  take(key: string): Promise<Failure | null>
  /** Takes a counted try back: it was a good one. */
  giveBack(key: string): Promise<void>
  /** Forgets every try under `key`. */
  forget(key: string): Promise<void>
}

export interface Limits {
  readonly signInByAddress: Limit
  readonly signInByAccount: Limit
  readonly setupCode: Limit
  readonly setupCodeByAnyone: Limit
  readonly invitationLookUp: Limit
  readonly signUp: Limit
  readonly passwordChange: Limit
  readonly search: Limit
  readonly resembling: Limit
}

const MINUTE = 60
const HOUR = 60 * MINUTE

/**
 * Makes the limits of one server. Those by account and by address count failures only; whoever knows the password
 * uses nothing up. An office behind one address shares the limits by address, so they are wide.
 */
export function createLimits(): Limits {
  return {
    signInByAddress: limit(50, 15 * MINUTE),
    signInByAccount: limit(10, 15 * MINUTE),
    setupCode: limit(10, 15 * MINUTE),
    setupCodeByAnyone: limit(100, HOUR),
    invitationLookUp: limit(120, MINUTE),
    signUp: limit(60, HOUR),
    passwordChange: limit(10, 15 * MINUTE),
    search: limit(60, MINUTE),
    resembling: limit(60, MINUTE),
  }
}

function limit(tries: number, seconds: number): Limit {
  const limiter = new RateLimiterMemory({ points: tries, duration: seconds })
  return {
    async take(key) {
      try {
        await limiter.consume(key)
        return null
      } catch (error) {
        if (error instanceof RateLimiterRes) return tooMany(error.msBeforeNext)
        throw error
      }
    },
    giveBack: async (key) => void (await limiter.reward(key)),
    forget: async (key) => void (await limiter.delete(key)),
  }
}

function tooMany(ms: number): Failure {
  const seconds = Math.max(1, Math.ceil(ms / 1000))
  const isSoon = seconds < 90
  const count = isSoon ? seconds : Math.ceil(seconds / 60)
  const wait = `${count} ${isSoon ? 'second' : 'minute'}${count === 1 ? '' : 's'}`
  return fail(
    'tooManyTries',
    `There were too many tries. Nothing was changed; try again in ${wait}.`,
    {
      detail: isSoon ? 'tryInSeconds' : 'tryInMinutes',
      values: { count },
      retryAfter: seconds,
    },
  )
}
