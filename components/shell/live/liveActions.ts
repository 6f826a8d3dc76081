import { defineAction } from '#components/actions/index.ts'
import type { SessionHead } from '#lib/domain/sessions/items.ts'
import { navigate } from '../location.ts'
import type { Route } from '../routes.ts'

/** What can be done from anywhere while a meeting runs. */
export const liveActions = [
  defineAction<SessionHead>({
    id: 'meeting.join',
    group: 'Go to',
    keys: ['G L'],
    words: 'live room',
    run: (head) => navigate(roomOf(head)),
  }),
]

/** Gives where a meeting takes place. */
export function roomOf({ id }: Pick<SessionHead, 'id'>): Route {
  return { page: 'meeting', session: id }
}
