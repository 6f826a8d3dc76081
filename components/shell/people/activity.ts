import type { Presence } from '#lib/client/client.ts'

/** What somebody does, all their tabs and devices together. */
export interface Activity {
  /** The story that they write in, else one that they have open; null: none that may be named. */
  readonly story: string | null
  readonly writes: boolean
  /** They are at none of their pages. */
  readonly isIdle: boolean
}

export function activityOf(presence: readonly Presence[], person: string): Activity {
  const tabs = presence.filter(({ user }) => user.id === person)
  const used = tabs.filter(({ idle }) => !idle)
  const writing = used.find(({ story, editing }) => story !== null && editing)
  const open = used.find(({ story }) => story !== null)
  return {
    story: (writing ?? open)?.story ?? null,
    writes: writing !== undefined,
    isIdle: tabs.length > 0 && used.length === 0,
  }
}
