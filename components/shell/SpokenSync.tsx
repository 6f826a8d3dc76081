'use client'

import { useEffect, useState } from 'react'
import { useSync } from '#components/session/hooks.ts'
import type { SyncState } from '#lib/client/client.ts'
import { syncText } from './syncText.ts'

/** What was said last of how far the work has got. */
export interface SaidOfSync {
  /** Null: nothing yet. */
  readonly kind: SyncState['kind'] | null
  readonly text: string
}

/** For whoever cannot see the indicator: what stops the work from being saved, once, and that it is saved again (UX12). */
export function SpokenSync() {
  const sync = useSync()
  const [said, setSaid] = useState(NOTHING_SAID)
  // After the first paint: a live region is heard when its text changes, not when it comes with one.
  useEffect(() => setSaid((before) => saidOfSync(before, sync)), [sync])
  return (
    <p role="status" className="sr-only">
      {said.text}
    </p>
  )
}

export const NOTHING_SAID: SaidOfSync = { kind: null, text: '' }

/** Gives what is to be heard now: not that every change is on its way and saved, and not how many wait meanwhile. */
export function saidOfSync(before: SaidOfSync, sync: SyncState): SaidOfSync {
  const { kind } = sync
  const isSilent = kind === 'saving' || kind === before.kind || (kind === 'saved' && !before.kind)
  return isSilent ? before : { kind, text: syncText(sync).label }
}
