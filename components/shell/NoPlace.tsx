'use client'

import { useTranslations } from 'use-intl/react'
import { Texts } from '#components/language/Texts.tsx'
import { buttonClasses } from '#components/ui/buttonClasses.ts'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { Link } from './Link.tsx'
import { BOARD } from './routes.ts'

/** Inside a workspace there is nothing at this address. */
export function NoPage() {
  return (
    <Texts areas={['pages']}>
      <NoPageState />
    </Texts>
  )
}

function NoPageState() {
  const t = useTranslations('pages.noPage')
  return (
    <EmptyState
      title={t('title')}
      action={
        <Link to={BOARD} className={buttonClasses('primary')}>
          {t('go')}
        </Link>
      }
    >
      {t('lead')}
    </EmptyState>
  )
}

/** The person has no workspace of this name. */
export function NoWorkspace() {
  return (
    <Texts areas={['pages']}>
      <main className="grid min-h-dvh place-items-center">
        <NoWorkspaceState />
      </main>
    </Texts>
  )
}

function NoWorkspaceState() {
  const t = useTranslations('pages.noWorkspace')
  return (
    <EmptyState
      isPage
      title={t('title')}
      action={
        <a href="/" className={buttonClasses('primary')}>
          {t('go')}
        </a>
      }
    >
      {t('lead')}
    </EmptyState>
  )
}
