'use client'

import { Archive, ArchiveRestore, ChevronLeft } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl/react'
import { type ReadyArea, runAction } from '#components/actions/index.ts'
import { useLocked } from '#components/actions/useLocked.ts'
import { OlderStories } from '#components/flow/OlderStories.tsx'
import { Texts } from '#components/language/Texts.tsx'
import { useArea, useWorkspaceClient } from '#components/session/hooks.ts'
import { Link } from '#components/shell/Link.tsx'
import { Button } from '#components/ui/Button.tsx'
import { buttonClasses } from '#components/ui/buttonClasses.ts'
import { EditInPlace } from '#components/ui/EditInPlace.tsx'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { LockedNote } from '#components/ui/LockedNote.tsx'
import type { Theme } from '#lib/domain/theme.ts'
import { ColourMenu } from './ColourMenu.tsx'
import { StoryCounts } from './StoryCounts.tsx'
import { archiveTheme, changeTheme, reviveTheme } from './themeActions.ts'
import { ThemeStories } from './ThemeStories.tsx'
import { AREAS } from './texts.ts'
import { countByTheme, grouped, NO_STORIES, olderOf } from './themes.ts'
import { TimeBoxFields } from './TimeBoxFields.tsx'

/** One theme: why it matters, until when, and where its stories are. */
export function ThemePage({ themeId }: { readonly themeId: string }) {
  return (
    <Texts areas={AREAS}>
      <Page themeId={themeId} />
    </Texts>
  )
}

function Page({ themeId }: { readonly themeId: string }) {
  const t = useTranslations('themes')
  const area = useArea()
  if (area.phase === 'loading') return null
  const theme = area.settings.themes.get(themeId)
  return (
    <div className="relative min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto w-full max-w-4xl px-4 py-6 md:px-8 md:py-8">
        <Link
          to={{ page: 'themes' }}
          className="target mb-3 inline-flex items-center gap-0.5 rounded-control text-interface text-muted hover:text-text md:hidden"
        >
          <ChevronLeft aria-hidden size={14} className="rtl:-scale-x-100" />
          {t('all')}
        </Link>
        {theme ? <Head theme={theme} /> : <NoTheme />}
        {theme ? <Stories theme={theme} /> : null}
      </div>
    </div>
  )
}

function Head({ theme }: { readonly theme: Theme }) {
  const t = useTranslations('themes')
  const client = useWorkspaceClient()
  const mayNot = useLocked('manageThemes')
  const locked = mayNot !== null
  const target = { client, theme }
  const change = (fields: Parameters<typeof changeTheme.run>[0]['change']) => {
    const outcome = runAction(changeTheme, { ...target, change: fields }, { refusalShown: true })
    return outcome.ok ? null : outcome.message
  }
  const isArchived = theme.archivedAt !== null
  return (
    <>
      <LockedNote reason={mayNot} />
      <div className="flex items-start gap-2">
        <div className="mt-1.5">
          <ColourMenu
            name={theme.name}
            colour={theme.colour}
            disabled={locked}
            onChoose={(colour) => change({ colour })}
          />
        </div>
        <h2 className="min-w-0 flex-1 ps-1">
          <EditInPlace
            label={t('nameOfTheme')}
            value={theme.name}
            disabled={locked}
            onCommit={(name) => change({ name })}
            className="text-heading font-semibold tracking-tight max-md:text-title"
          />
        </h2>
        <Button
          size="small"
          look="quiet"
          className="mt-1.5"
          disabled={locked}
          icon={
            isArchived ? (
              <ArchiveRestore aria-hidden size={14} />
            ) : (
              <Archive aria-hidden size={14} />
            )
          }
          onClick={() => runAction(isArchived ? reviveTheme : archiveTheme, target)}
        >
          {isArchived ? t('restore') : t('archive')}
        </Button>
      </div>
      <div className="ps-10">
        {isArchived ? <p className="mb-2 text-label text-muted">{t('archivedMeans')}</p> : null}
        {theme.intent || !locked ? (
          <EditInPlace
            lines
            label={t('why')}
            value={theme.intent}
            placeholder={t('why')}
            disabled={locked}
            onCommit={(intent) => change({ intent })}
            className="text-body"
          />
        ) : null}
        <TimeBoxFields theme={theme} locked={locked} onChange={change} />
      </div>
    </>
  )
}

function Stories({ theme }: { readonly theme: Theme }) {
  const t = useTranslations('themes')
  const area = useArea()
  const stories = area.phase === 'ready' ? area.stories : null
  const teams = area.phase === 'ready' ? area.settings.teams : null
  const filed = area.phase === 'ready' ? area.filed : NOTHING_FILED
  const groups = useMemo(
    () => (stories && teams ? grouped(stories.values(), theme.id, teams) : []),
    [stories, teams, theme.id],
  )
  const counts = useMemo(
    () =>
      countByTheme(
        groups.flatMap((group) => group.stories),
        filed,
      ).get(theme.id) ?? NO_STORIES,
    [groups, filed, theme.id],
  )
  const older = olderOf(theme.id, filed)
  if (groups.length === 0 && older === 0) {
    return (
      <EmptyState
        title={t('noStory')}
        action={
          <Link to={{ page: 'refine', peek: null }} className={buttonClasses('primary')}>
            {t('goToRefinement')}
          </Link>
        }
      >
        {t('noStoryMeans')}
      </EmptyState>
    )
  }
  return (
    <>
      <div className="mt-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t pt-4 ps-10 max-md:ps-0">
        <StoryCounts counts={counts} />
        <Link
          to={{ page: 'refine', peek: null, filter: { theme: [theme.id] } }}
          className="target rounded-control text-label text-accent-text hover:underline"
        >
          {t('onBoard')}
        </Link>
      </div>
      {groups.map((group) => (
        <ThemeStories key={group.id} group={group} />
      ))}
      <div className="mt-4 empty:hidden">
        <OlderStories count={older} />
      </div>
    </>
  )
}

const NOTHING_FILED: ReadyArea['filed'] = new Map()

function NoTheme() {
  const t = useTranslations('themes')
  return (
    <EmptyState
      title={t('noTheme')}
      action={
        <Link to={{ page: 'themes' }} className={buttonClasses('primary')}>
          {t('all')}
        </Link>
      }
    >
      {t('noThemeMeans')}
    </EmptyState>
  )
}
