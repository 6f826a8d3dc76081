import type { SyncState } from './client.ts'
import type { Link, Verdict } from './connection.ts'
import type { Keeping } from './localStore.ts'

export interface SyncFacts {
  readonly link: Link
  readonly verdict: Verdict
  readonly keeping: Keeping
  /** Changes that the server has not confirmed. */
  readonly count: number
  /** Some text cannot be saved: its story is gone, or may not be written any more. */
  readonly isStuck: boolean
  /** The server wants a newer editor for some story. */
  readonly isTooOld: boolean
}

/** Gives the one thing to say about saving, the gravest first (UX12). */
export function syncState({
  link,
  verdict,
  keeping,
  count,
  isStuck,
  isTooOld,
}: SyncFacts): SyncState {
  if (verdict) return { kind: verdict, count }
  // Someone signed out in another tab, which took everything of this person off the device.
  if (keeping === 'wiped') return { kind: 'signed-out', count }
  if (isTooOld || keeping === 'outdated') return { kind: 'reload-needed', count }
  if (isStuck) return { kind: 'stuck', count }
  if (keeping === 'not-kept' && (count > 0 || link === 'offline'))
    return { kind: 'not-kept', count }
  if (link === 'offline') return { kind: 'offline', count }
  return count > 0 ? { kind: 'saving', count } : { kind: 'saved' }
}
