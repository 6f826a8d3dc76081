import type { Route } from '#components/shell/routes.ts'
import type { Session } from '#lib/domain/sessions/session.ts'

/** Gives the page with the other sessions of the same kind: every meeting, or the planning of the same team. */
export function listOf({ team }: Pick<Session, 'team'>): Route {
  return team === null ? { page: 'meetings' } : { page: 'plannings', team }
}
