import { textsOf } from '#components/language/loaded.ts'
import { currentStory } from '#lib/domain/sessions/clock.ts'
import type { Room } from './room.ts'
import { currentItem } from './votes.ts'

/** True: it goes. A sentence: why not, for whoever presses the key all the same (UX4). */
export type Whether = true | string

/** Gives the first reason why something does not go, or true. What comes later may rely on what came before. */
export function firstReason(...checks: readonly (() => Whether)[]): Whether {
  for (const check of checks) {
    const answer = check()
    if (answer !== true) return answer
  }
  return true
}

/** What whoever facilitates does is theirs alone (MT5). */
export function isTheirs({ isMine, facilitatorName }: Room): Whether {
  return isMine || textsOf('live.why')('notYours', { name: facilitatorName })
}

/** Nothing goes on while a session rests. */
export function isAwake({ session, isMine, facilitatorName }: Room): Whether {
  if (session.phase.name !== 'paused') return true
  const t = textsOf('live.why')
  return isMine ? t('paused') : t('pausedByOther', { name: facilitatorName })
}

/** There is a story that everybody works on. */
export function hasStory({ session }: Room): Whether {
  return currentStory(session) !== null || textsOf('live.why')('noStory')
}

/** They are there as somebody whose vote and hand count (MT7). */
export function isPartaking({ takesPart, mayTakePart }: Room): Whether {
  if (takesPart) return true
  return textsOf('live.why')(mayTakePart ? 'watching' : 'mayOnlyWatch')
}

/** A round is open on the current story. */
export function isRoundOpen({ session }: Room): Whether {
  return currentItem(session)?.vote?.phase === 'open' || textsOf('live.why')('noRound')
}
