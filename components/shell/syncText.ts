import { textsOf } from '#components/language/loaded.ts'
import type { SyncState } from '#lib/client/client.ts'

export interface SyncText {
  /** What the indicator says. */
  readonly label: string
  /** What that means for the person's work, and what to do, in sentences. */
  readonly explanation: string
  readonly tone: 'calm' | 'waiting' | 'trouble'
}

const SAID = {
  saved: { name: 'saved', tone: 'calm' },
  saving: { name: 'saving', tone: 'calm' },
  offline: { name: 'offline', tone: 'waiting' },
  'signed-out': { name: 'signedOut', tone: 'trouble' },
  'access-changed': { name: 'accessChanged', tone: 'trouble' },
  stuck: { name: 'stuck', tone: 'trouble' },
  'reload-needed': { name: 'reloadNeeded', tone: 'trouble' },
  'not-kept': { name: 'notKept', tone: 'trouble' },
} as const satisfies Record<SyncState['kind'], { name: string; tone: SyncText['tone'] }>

/** Says honestly how far the work has got (UX12). "Saved" is said only of what the server has committed (I1). */
export function syncText(sync: SyncState): SyncText {
  const t = textsOf('shell.sync')
  const { name, tone } = SAID[sync.kind]
  const count = 'count' in sync ? sync.count : 0
  return { label: t(name, { count }), explanation: t(`${name}Means`, { count }), tone }
}
