'use client'

import { lazy, Suspense, useState } from 'react'
import { loadTitles } from '#components/actions/titles.ts'
import { withTexts } from '#components/language/loaded.ts'
import { useReadable } from '#components/session/hooks.ts'
import { Value } from '#lib/client/readable.ts'
import { useOverlay } from './overlays.ts'

const isFetched = new Value(false)

/** Fetches what is laid over the page, before it is asked for. */
export const loadOverlays = async () => {
  const [dialogs] = await Promise.all([
    withTexts(import('./OverlayDialogs.tsx'), ['asks', 'overlays']),
    loadTitles(),
  ])
  isFetched.set(true)
  return dialogs
}
const OverlayDialogs = lazy(loadOverlays)

/**
 * What is laid over the page. Its code is fetched apart and mounted as soon as it is there: what is typed right behind the
 * key that opens the palette belongs to the palette, and would do something on the board.
 */
export function Overlays() {
  const overlay = useOverlay()
  const fetched = useReadable(isFetched)
  const [used, setUsed] = useState(false)
  if (overlay !== null && !used) setUsed(true)
  return used || fetched ? (
    <Suspense fallback={null}>
      <OverlayDialogs overlay={overlay} />
    </Suspense>
  ) : null
}
