import type { OutcomeKind, Session } from '#lib/domain/sessions/session.ts'

/** A session that was held, as lists of them show it. */
export interface PastSession {
  readonly id: string
  readonly kind: Session['kind']
  readonly name: string
  readonly team: string | null
  readonly facilitator: string
  readonly endedAt: number
  readonly people: readonly string[]
  readonly stories: readonly {
    readonly story: string
    readonly spentMs: number
    readonly outcome: OutcomeKind | null
  }[]
}

/**
 * Gives a page of the sessions that were held, what ended last first, and the place of the next one. `before`: such a
 * place; null is given when it is none.
 */
export function pastSessions(
  sessions: Iterable<Session>,
  {
    kind,
    team = null,
    before,
    limit,
  }: {
    kind: Session['kind'] | null
    /** Only those of this team's backlog. */
    team?: string | null
    before: string | null
    limit: number
  },
): { readonly sessions: readonly PastSession[]; readonly next: string | null } | null {
  if (before !== null && !/^\d{1,16}-.+$/.test(before)) return null
  const held = [...sessions]
    .filter((session) => kind === null || session.kind === kind)
    .filter((session) => team === null || session.team === team)
    .flatMap((session) => told(session) ?? [])
    .sort(newestFirst)
  const [at = '', ...id] = before?.split('-') ?? []
  const from = before === null ? null : { endedAt: Number(at), id: id.join('-') }
  const left = from ? held.filter((one) => newestFirst(from, one) < 0) : held
  const page = left.slice(0, limit)
  const last = page.at(-1)
  return {
    sessions: page,
    next: last && left.length > page.length ? `${last.endedAt}-${last.id}` : null,
  }
}

/** What was called off took no time, and is none of what was held. */
function told({ id, kind, name, team, facilitator, phase, agenda, people }: Session) {
  if (phase.name !== 'ended' || agenda.every(({ spentMs }) => spentMs === 0)) return null
  const stories = agenda.map(({ story, spentMs, outcome }) => ({
    story,
    spentMs,
    outcome: outcome?.kind ?? null,
  }))
  return {
    id,
    kind,
    name,
    team,
    facilitator,
    endedAt: phase.at,
    people: Object.keys(people),
    stories,
  }
}

function newestFirst(
  a: Pick<PastSession, 'endedAt' | 'id'>,
  b: Pick<PastSession, 'endedAt' | 'id'>,
): number {
  return b.endedAt - a.endedAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}
