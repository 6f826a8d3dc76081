'use client'

import { useLayoutEffect } from 'react'
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
  return (
    <EmptyState
      title="There is no such view"
      action={
        <Link to={BOARD} className={buttonClasses('primary')}>
          Go to Refinement
        </Link>
      }
    >
      It was removed, or it is not for you: a view may be one person&apos;s own, or of a backlog
      that you cannot see.
    </EmptyState>
  )
}
