'use client'

import { ListPlus } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import type { ReactNode } from 'react'
import { runAction } from '#components/actions/index.ts'
import { Link } from '#components/shell/Link.tsx'
import { BOARD } from '#components/shell/routes.ts'
import { Button } from '#components/ui/Button.tsx'
import { buttonClasses } from '#components/ui/buttonClasses.ts'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { Kbd } from '#components/ui/Kbd.tsx'
import { focusStory, useBacklog } from './backlog.ts'
import { showAll } from './viewActions.ts'

/** What an empty backlog says: how stories get here, with the step that is possible now (UX22). */
export function EmptyBacklog({
  teamName,
  ready,
  filtered,
}: {
  readonly teamName: string
  /** The ids of the ready stories. */
  readonly ready: readonly string[]
  /** There are stories, but the filter shows none. */
  readonly filtered: boolean
}) {
  const t = useTranslations('backlog')
  const backlog = useBacklog()
  if (filtered) {
    return (
      <EmptyState
        title={t('empty.filtered')}
        action={<Button onClick={() => runAction(showAll, backlog)}>{t('empty.showAll')}</Button>}
      />
    )
  }
  const [first] = ready
  if (first === undefined) {
    return (
      <EmptyState
        icon={<ListPlus aria-hidden size={24} />}
        title={t('empty.nothing', { team: teamName })}
        action={
          <Link to={BOARD} className={buttonClasses('primary')}>
            {t('empty.toRefinement')}
          </Link>
        }
      >
        {t('empty.onlyReady')}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={<ListPlus aria-hidden size={24} />}
      title={t('empty.first', { team: teamName })}
      action={
        <Button
          look="primary"
          onClick={() => {
            backlog.state.set({ trayOpen: true })
            focusStory(backlog, first)
          }}
        >
          {t('empty.choose', { count: ready.length })}
        </Button>
      }
    >
      <p>{t.rich('empty.how', { kbd: keyboard })}</p>
    </EmptyState>
  )
}

/** Draws a key in a sentence. */
function keyboard(key: ReactNode) {
  return <Kbd>{String(key)}</Kbd>
}
