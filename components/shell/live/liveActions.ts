import { defineAction } from '#components/actions/index.ts'
import type { SessionHead } from '#lib/domain/sessions/items.ts'
import { navigate } from '../location.ts'
import type { Route } from '../routes.ts'

/** What can be done from anywhere while a session runs. */
export const liveActions = [
  defineAction<SessionHead>({
    id: 'meeting.join',
    group: 'Go to',
    keys: ['G L'],
    words: 'live room',
    run: (head) => navigate(roomOf(head)),
  }),
]

/** Gives where a session takes place. */
export function roomOf({ id, team }: Pick<SessionHead, 'id' | 'team'>): Route {
  return team === null ? { page: 'meeting', session: id } : { page: 'planning', team, session: id }
}

/** True for the page of one session. */
export function isRoom(route: Route): route is Extract<Route, { page: 'meeting' | 'planning' }> {
  return route.page === 'meeting' || route.page === 'planning'
}
