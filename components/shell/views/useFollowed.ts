import { useEffect, useRef } from 'react'
import { navigate } from '../location.ts'
import type { ViewTarget } from './here.ts'
import { isShown, routeOf } from './look.ts'

/** Whoever looks at a view as it is saved goes along when somebody else changes it; who has changed it here does not. */
export function useFollowed(target: ViewTarget | null): void {
  const last = useRef(target)
  useEffect(() => {
    const before = last.current
    last.current = target
    if (!target?.view || !before?.view || before.view.id !== target.view.id) return
    if (before.view === target.view || before.isChanged) return
    if (isShown(target.view, target.route)) return
    navigate({ ...routeOf(target.view), peek: target.route.peek ?? null }, { replace: true })
  }, [target])
}
