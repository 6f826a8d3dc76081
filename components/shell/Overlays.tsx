'use client'

import { lazy, Suspense, useState } from 'react'
import { useOverlay } from './overlays.ts'

/** Fetches what is laid over the page, before it is asked for. */
export const loadOverlays = () => import('./OverlayDialogs.tsx')
const OverlayDialogs = lazy(loadOverlays)

/** What is laid over the page. Its code is fetched apart, and stays mounted once used, so that it can close gently. */
export function Overlays() {
  const overlay = useOverlay()
  const [used, setUsed] = useState(false)
  if (overlay !== null && !used) setUsed(true)
  return used ? (
    <Suspense fallback={null}>
      <OverlayDialogs overlay={overlay} />
    </Suspense>
  ) : null
}
