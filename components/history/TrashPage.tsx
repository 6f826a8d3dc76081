'use client'

import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Texts } from '#components/language/Texts.tsx'
import { useArea, useMe, useWorkspaceClient } from '#components/session/hooks.ts'
import { PageBar } from '#components/shell/PageBar.tsx'
import { Button } from '#components/ui/Button.tsx'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { Skeleton } from '#components/ui/Skeleton.tsx'
import { useNow } from '#components/ui/useNow.ts'
import { isAdministrator } from '#lib/domain/permissions.ts'
import type { Role } from '#lib/domain/roles.ts'
import { TRASH_DAYS } from '#lib/domain/story.ts'
import { Problem } from './Problem.tsx'
import { type Doomed, PurgeDialog } from './PurgeDialog.tsx'
import { TrashRow } from './TrashRow.tsx'
import { AREAS } from './texts.ts'
import { useTrash } from './useTrash.ts'

/** What was put into the trash and can be restored (ST7). */
export function TrashPage() {
  return (
    <Texts areas={AREAS}>
      <Shown />
    </Texts>
  )
}

function Shown() {
  const t = useTranslations('history')
  const area = useArea()
  const client = useWorkspaceClient()
  const { view, list } = useTrash(area.phase === 'ready' ? area.stories : null)
  const [doomed, setDoomed] = useState<Doomed | null>(null)
  const mayPurge = isAdministrator({ roles: useMe().roles as readonly Role[] })
  const now = useNow()
  if (area.phase === 'loading' || view.phase === 'loading') return <Loading />
  if (view.phase === 'failed') {
    return (
      <Page>
        <Problem message={view.message} again={() => void list.refresh()} />
      </Page>
    )
  }
  const place = { client, list }
  const { trashed, total, due, people, hasMore, problem } = view
  return (
    <Page>
      {mayPurge && total > 0 ? (
        <PageBar>
          <Button
            size="small"
            className="md:ms-auto"
            disabled={due === 0}
            title={due === 0 ? t('trash.notDue', { days: TRASH_DAYS }) : undefined}
            onClick={() => setDoomed({ story: null, count: due })}
          >
            {t('trash.emptyOld', { days: TRASH_DAYS })}
          </Button>
        </PageBar>
      ) : null}
      {problem ? (
        <Problem message={t('shownBefore', { problem })} again={() => void list.refresh()} />
      ) : null}
      {trashed.length === 0 ? (
        <EmptyState icon={<Trash2 aria-hidden size={24} />} title={t('trash.empty')}>
          {t('trash.emptyMeans', { days: TRASH_DAYS })}
        </EmptyState>
      ) : (
        <>
          <p className="pb-3 text-interface text-muted">
            {t('trash.lead', { count: total, days: TRASH_DAYS })}
          </p>
          <ul aria-label={t('trash.list')} className="divide-y rounded-card border">
            {trashed.map((one) => (
              <TrashRow
                key={one.story.id}
                trashed={one}
                area={area}
                people={people}
                now={now}
                place={place}
                onPurge={mayPurge ? () => setDoomed({ story: one.story, count: 1 }) : null}
              />
            ))}
          </ul>
          {hasMore ? (
            <Button className="mt-3" onClick={() => void list.more()}>
              {t('trash.more')}
            </Button>
          ) : null}
        </>
      )}
      <PurgeDialog doomed={doomed} place={place} onClose={() => setDoomed(null)} />
    </Page>
  )
}

function Page({ children }: { readonly children: React.ReactNode }) {
  return (
    <div className="min-h-0 flex-1 overflow-y-auto bg-surface">
      <div className="mx-auto w-full max-w-3xl px-4 py-6 md:px-8">{children}</div>
    </div>
  )
}

function Loading() {
  const t = useTranslations('history')
  return (
    <Page>
      <div aria-busy className="flex flex-col gap-2">
        <span className="sr-only">{t('trash.loading')}</span>
        <Skeleton className="h-row w-full" />
        <Skeleton className="h-row w-full" />
        <Skeleton className="h-row w-full" />
      </div>
    </Page>
  )
}
