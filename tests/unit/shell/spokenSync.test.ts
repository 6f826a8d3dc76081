import { describe, expect, it } from 'vitest'
import { NOTHING_SAID, saidOfSync } from '#components/shell/SpokenSync.tsx'
import type { SyncState } from '#lib/client/client.ts'

/** What is said last after the work has stood like this, one after the other. */
const after = (...states: readonly SyncState[]) => states.reduce(saidOfSync, NOTHING_SAID).text

describe('[UX12] how far the work has got, for whoever cannot see it', () => {
  it('[UX12] says nothing as long as everything is saved soon', () => {
    expect(after({ kind: 'saved' }, { kind: 'saving', count: 3 }, { kind: 'saved' })).toBe('')
  })

  it('[UX12] says once that it cannot be saved, and once that it is again', () => {
    const offline: SyncState = { kind: 'offline', count: 0 }
    const more: SyncState = { kind: 'offline', count: 2 }
    expect(after({ kind: 'saved' }, offline)).toBe('Offline')
    expect(after({ kind: 'saved' }, offline, more)).toBe('Offline')
    expect(after(offline, more, { kind: 'saving', count: 2 })).toBe('Offline')
    const back = [offline, more, { kind: 'saving', count: 2 }, { kind: 'saved' }] as const
    expect(after(...back)).toBe('Saved')
    expect(after(...back, { kind: 'saving', count: 1 }, { kind: 'saved' })).toBe('Saved')
    expect(after(...back, more)).toBe('Offline · 2 changes on this device')
  })
})
