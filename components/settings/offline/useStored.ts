import { useEffect, useState } from 'react'
import { useAccount, useMe, useSync } from '#components/session/hooks.ts'
import { draftCount } from '#components/session/typedHere.ts'
import { type StoredHere, storedHere } from '#lib/client/kept/storedHere.ts'

/** So often it is counted anew while somebody looks, ms. */
const COUNT_EVERY = 3_000

export interface Stored {
  readonly workspaces: readonly { readonly id: string; readonly kept: StoredHere }[]
  /** Texts that were begun here and not sent. */
  readonly drafts: number
  /** How much the site takes and may take, in bytes; null where the browser does not tell. */
  readonly usage: number | null
  readonly quota: number | null
}

/** Counts what this device keeps of the person's workspaces, again and again; null until it has been counted once. */
export function useStored(): Stored | null {
  const me = useMe()
  const { workspaces } = useAccount()
  const sync = useSync()
  const [stored, setStored] = useState<Stored | null>(null)
  const ids = JSON.stringify(workspaces.map(({ id }) => id))
  useEffect(() => {
    let isOver = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const count = async () => {
      const next = await countStored(me.id, JSON.parse(ids) as string[])
      if (isOver) return
      setStored(next)
      timer = setTimeout(() => void count(), COUNT_EVERY)
    }
    void count()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
    // What waits changes with the state of sync: then it is counted at once.
  }, [me.id, ids, sync])
  return stored
}

async function countStored(userId: string, ids: readonly string[]): Promise<Stored> {
  const places = {
    indexedDB: globalThis.indexedDB ?? null,
    // Absent on plain http.
    caches: globalThis.caches ?? null,
  }
  const [estimate, ...kept] = await Promise.all([
    navigator.storage?.estimate?.().catch(() => null),
    ...ids.map((id) => storedHere(places, userId, id)),
  ])
  return {
    workspaces: ids.flatMap((id, at) => (kept[at] ? [{ id, kept: kept[at] }] : [])),
    drafts: draftCount(),
    usage: estimate?.usage ?? null,
    quota: estimate?.quota ?? null,
  }
}
