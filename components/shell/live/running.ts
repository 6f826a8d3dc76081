import { useActions } from '#components/actions/index.ts'
import { useSessions } from '#components/session/hooks.ts'
import type { SessionHead } from '#lib/domain/sessions/items.ts'
import { liveActions } from './liveActions.ts'

/** Gives the meetings and planning sessions that run now. */
export function useRunning(): readonly SessionHead[] {
  return useSessions().filter(({ state }) => state === 'live')
}

/** Offers to join the first of them: to be called in one place. */
export function useJoining(running: readonly SessionHead[]): void {
  useActions(liveActions, running[0] ?? null, { layer: 'app' })
}
