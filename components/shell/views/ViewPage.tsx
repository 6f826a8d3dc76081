'use client'

import { useLayoutEffect } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { useArea, useInbox } from '#components/session/hooks.ts'
import { buttonClasses } from '#components/ui/buttonClasses.ts'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { Link } from '../Link.tsx'
import { navigate } from '../location.ts'
import { BOARD } from '../routes.ts'
import { routeOf } from './look.ts'

/** The address of a view: leads on to what it shows. */
export function ViewPage({ view: id }: { readonly view: string }) {
  const area = useArea()
  const inbox = useInbox()
  const view = area.phase === 'ready' ? area.settings.views.get(id) : undefined
  useLayoutEffect(() => {
    if (view) navigate(routeOf(view), { replace: true })
  }, [view])
  // One's own come with the inbox: not loaded is not absent (I6).
  if (view || area.phase === 'loading' || inbox.phase === 'loading') return null
  const t = textsOf('views')
  return (
    <EmptyState
      title={t('none')}
      action={
        <Link to={BOARD} className={buttonClasses('primary')}>
          {t('toRefinement')}
        </Link>
      }
    >
      {t('noneMeans')}
    </EmptyState>
  )
}
