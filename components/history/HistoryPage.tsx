'use client'

import { FileQuestion, History } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { Texts } from '#components/language/Texts.tsx'
import { useArea, useMe } from '#components/session/hooks.ts'
import { navigate } from '#components/shell/location.ts'
import { ALL_HISTORY, type HistoryFilter } from '#components/shell/historyAddress.ts'
import { PageBar } from '#components/shell/PageBar.tsx'
import { Button } from '#components/ui/Button.tsx'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { Skeleton } from '#components/ui/Skeleton.tsx'
import { isAdministrator } from '#lib/domain/permissions.ts'
import type { Role } from '#lib/domain/roles.ts'
import { ExportLinks } from './ExportLinks.tsx'
import { HistoryFilters } from './HistoryFilters.tsx'
import { HistoryList } from './HistoryList.tsx'
import { queryOf } from './historyQuery.ts'
import { Problem } from './Problem.tsx'
import { AREAS } from './texts.ts'
import { useFeed } from './useFeed.ts'

/** What happened in the whole workspace: who did what, when, and why (ST9). */
export function HistoryPage({ filter }: { readonly filter: HistoryFilter }) {
  return (
    <Texts areas={AREAS}>
      <Shown filter={filter} />
    </Texts>
  )
}

function Shown({ filter }: { readonly filter: HistoryFilter }) {
  const area = useArea()
  const query = queryOf(filter)
  const { view, feed } = useFeed(query, { news: area, pause: 1_500 })
  const mayExport = isAdministrator({ roles: useMe().roles as readonly Role[] })
  if (area.phase === 'loading') return <Loading />
  return (
    <div className="flex min-h-0 flex-1 flex-col bg-surface">
      {mayExport ? (
        <PageBar>
          <div className="ms-auto flex gap-2 max-md:ms-0">
            <ExportLinks query={query} />
          </div>
        </PageBar>
      ) : null}
      <div className="shrink-0 border-b px-4 py-3 md:px-8">
        <HistoryFilters
          filter={filter}
          members={area.members}
          wrongStory={view.phase === 'failed' && view.field === 'story' ? view.message : null}
        />
      </div>
      {view.phase === 'failed' && view.field !== null ? <NoSuchStory filter={filter} /> : null}
      {view.phase === 'loading' ? <Loading /> : null}
      {view.phase === 'failed' && view.field === null ? (
        <div className="px-4 md:px-8">
          <Problem message={view.message} again={() => void feed.refresh()} />
        </div>
      ) : null}
      {view.phase === 'ready' && view.events.length === 0 && !view.hasEarlier ? (
        <Nothing isFiltered={query !== ''} />
      ) : null}
      {view.phase === 'ready' && (view.events.length > 0 || view.hasEarlier) ? (
        <HistoryList key={query} area={area} view={view} feed={feed} />
      ) : null}
    </div>
  )
}

function Nothing({ isFiltered }: { readonly isFiltered: boolean }) {
  const t = useTranslations('history')
  return (
    <EmptyState
      icon={<History aria-hidden size={24} />}
      title={isFiltered ? t('noneFits') : t('nothingYet')}
      action={
        isFiltered ? (
          <Button
            onClick={() => navigate({ page: 'history', filter: ALL_HISTORY }, { replace: true })}
          >
            {t('showAll')}
          </Button>
        ) : null
      }
    >
      {isFiltered ? t('noneFitsMeans') : t('nothingYetMeans')}
    </EmptyState>
  )
}

function NoSuchStory({ filter }: { readonly filter: HistoryFilter }) {
  const t = useTranslations('history')
  return (
    <EmptyState
      icon={<FileQuestion aria-hidden size={24} />}
      title={t('noStory', { story: filter.story ?? '' })}
      action={
        <Button
          onClick={() =>
            navigate({ page: 'history', filter: { ...filter, story: null } }, { replace: true })
          }
        >
          {t('allStories')}
        </Button>
      }
    >
      {t('noStoryMeans')}
    </EmptyState>
  )
}

function Loading() {
  const t = useTranslations('history')
  return (
    <div aria-busy className="flex flex-col gap-4 px-4 py-4 md:px-8">
      <span className="sr-only">{t('loading')}</span>
      <Skeleton className="h-5 w-1/2" />
      <Skeleton className="h-5 w-2/3" />
      <Skeleton className="h-5 w-2/5" />
      <Skeleton className="h-5 w-3/5" />
    </div>
  )
}
