'use client'

import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { useWorkspaceClient } from '#components/session/hooks.ts'
import { Link } from '#components/shell/Link.tsx'
import { Button } from '#components/ui/Button.tsx'
import { day } from '#components/ui/dates.ts'
import type { Theme } from '#lib/domain/theme.ts'
import { StoryCounts } from './StoryCounts.tsx'
import { reviveTheme } from './themeActions.ts'
import { ThemeDot } from '#components/flow/ThemeDot.tsx'
import { type Counts, NO_STORIES } from './themes.ts'

/** What is behind: folded, and each can come back. */
export function ArchivedThemes({
  themes,
  counts,
  locked,
}: {
  readonly themes: readonly Theme[]
  readonly counts: ReadonlyMap<string, Counts>
  readonly locked: string | null
}) {
  const t = useTranslations('themes')
  const client = useWorkspaceClient()
  if (themes.length === 0) return null
  return (
    <details className="mt-4">
      <summary className="text-interface text-muted">
        {t('archived', { count: themes.length })}
      </summary>
      <ul aria-label={t('archivedList')} className="mt-2 divide-y rounded-card border bg-surface">
        {themes.map((theme) => (
          <li
            key={theme.id}
            className="flex min-h-row flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1.5"
          >
            <ThemeDot colour={theme.colour} />
            <Link
              to={{ page: 'theme', theme: theme.id }}
              className="min-w-0 flex-1 truncate rounded-control hover:underline"
            >
              {theme.name}
            </Link>
            <StoryCounts counts={counts.get(theme.id) ?? NO_STORIES} />
            <span className="text-label text-subtle">
              {t('archivedOn', { date: day(theme.archivedAt ?? 0) })}
            </span>
            <Button
              size="small"
              aria-label={t('restoreOne', { name: theme.name })}
              disabled={locked !== null}
              onClick={() => runAction(reviveTheme, { client, theme })}
            >
              {t('restore')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  )
}
