'use client'

import { useCallback, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { ReadyArea } from '#components/actions/index.ts'
import { request } from '#components/http/request.ts'
import { clock } from '#components/live/clock.ts'
import { useWorkspaceClient } from '#components/session/hooks.ts'
import { Link } from '#components/shell/Link.tsx'
import type { Route } from '#components/shell/routes.ts'
import { Button } from '#components/ui/Button.tsx'
import { moment } from '#components/ui/dates.ts'
import type { OutcomeKind, SessionKind } from '#lib/domain/sessions/session.ts'

interface Held {
  readonly id: string
  readonly name: string
  readonly team: string | null
  readonly endedAt: number
  readonly people: readonly string[]
  readonly stories: readonly {
    readonly story: string
    readonly spentMs: number
    readonly outcome: OutcomeKind | null
  }[]
}

interface Page {
  readonly sessions: readonly Held[]
  readonly next: string | null
}

/** The sessions that were held, page by page, with the time that each story took. `toSession` gives where one is looked back at. */
export function Past({
  kind,
  team = null,
  area,
  toSession,
}: {
  readonly kind: SessionKind
  /** Only what this team planned. */
  readonly team?: string | null
  readonly area: ReadyArea
  readonly toSession: (id: string, team: string | null) => Route
}) {
  const t = useTranslations('around.past')
  const { held, next, hasFailed, more } = usePast(kind, team)
  return (
    <div className="flex flex-col gap-2">
      <ul
        aria-label={t('title')}
        className="flex flex-col divide-y rounded-card border bg-surface empty:hidden"
      >
        {held.map((one) => (
          <li key={one.id} className="flex flex-col gap-1 px-3 py-2">
            <Link
              to={toSession(one.id, one.team)}
              className="truncate font-medium underline-offset-2 hover:underline"
            >
              {one.name}
            </Link>
            <p className="text-label text-muted">
              {t('facts', {
                when: moment(one.endedAt),
                people: one.people.length,
                time: clock(one.stories.reduce((sum, { spentMs }) => sum + spentMs, 0)),
              })}
            </p>
            <ul className="flex flex-wrap gap-x-4 text-label">
              {one.stories
                .filter(({ spentMs }) => spentMs > 0)
                .map(({ story, spentMs }) => (
                  <li key={story}>
                    {area.stories.get(story)?.key ?? t('hidden')}{' '}
                    <span className="font-mono text-muted">{clock(spentMs)}</span>
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
      {hasFailed ? (
        <p role="alert" className="flex flex-wrap items-center gap-2 text-muted">
          {t('failed')}
          <Button size="small" onClick={more}>
            {t('again')}
          </Button>
        </p>
      ) : next !== null ? (
        <div>
          <Button size="small" onClick={more}>
            {t('more')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

function usePast(kind: SessionKind, team: string | null) {
  const { workspaceId } = useWorkspaceClient()
  const [pages, setPages] = useState<readonly Page[]>([])
  const [hasFailed, setFailed] = useState(false)
  const next = pages.at(-1)?.next ?? null
  const load = useCallback(
    async (before: string | null) => {
      const query = new URLSearchParams({
        kind,
        ...(team !== null && { team }),
        ...(before !== null && { before }),
      })
      const path = `/workspaces/${encodeURIComponent(workspaceId)}/sessions?${query}`
      const answer = await request<Page>('GET', path)
      setFailed(!answer.ok)
      if (!answer.ok) return
      setPages((shown) => (before === null ? [answer.value] : [...shown, answer.value]))
    },
    [kind, team, workspaceId],
  )
  useEffect(() => void load(null), [load])
  return {
    held: pages.flatMap(({ sessions }) => sessions),
    next,
    hasFailed,
    more: () => void load(next),
  }
}
