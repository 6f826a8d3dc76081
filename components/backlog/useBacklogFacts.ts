import { whyNotIn } from '#components/language/refusalText.ts'
import { useLayoutEffect } from 'react'
import type { ReadyArea } from '#components/actions/index.ts'
import { forecastsOf } from '#components/cards/pace/forecasts.ts'
import { useStore } from '#components/cards/store.ts'
import { peopleByStory } from '#components/cards/whoIsHere.ts'
import { usePresence } from '#components/session/hooks.ts'
import type { Backlog as TeamBacklog } from '#lib/client/client.ts'
import type { Team } from '#lib/domain/team.ts'
import type { Backlog } from './backlog.ts'

const TICK_MS = 10 * 60 * 1000

/**
 * Keeps up to date what single rows follow: what waits for the server, who is where, what time it is, when stories are likely
 * to be done, and whether this person may plan here at all, which is the same for every story of a team.
 */
export function useBacklogFacts(
  { state, client }: Backlog,
  { pending, settings, members }: ReadyArea,
  team: Team,
  content: TeamBacklog,
): void {
  const presence = usePresence()
  const any = content.stories[0]?.id
  const now = useStore(state, (value) => value.now)
  useLayoutEffect(() => state.set({ pending }), [state, pending])
  useLayoutEffect(() => {
    state.set({ people: peopleByStory(presence, state.get().people) })
  }, [state, presence])
  useLayoutEffect(() => {
    state.set({ forecasts: forecastsOf(team, content, now).dates })
  }, [state, team, content, now])
  useLayoutEffect(() => {
    const tick = () => state.set({ now: Date.now() })
    const timer = setInterval(tick, TICK_MS)
    return () => clearInterval(timer)
  }, [state])
  useLayoutEffect(() => {
    if (any === undefined) return
    const size = client.judge({ type: 'sizeStory', story: any, size: null })
    const rank = client.judge({ type: 'rankStory', story: any, place: { after: null } })
    state.set({ noPlanning: whyNotIn(size), noOrdering: whyNotIn(rank) })
  }, [state, client, any, settings, members])
}
