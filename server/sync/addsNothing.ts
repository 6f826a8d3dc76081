import { type Doc, findIndexSS, getState, Skip } from 'yjs'
import { decodeBounded } from './decodeBounded.ts'

/** True when a document has all of an update (version 1) already: what it inserts and what it deletes. Never throws. */
export function addsNothing(update: Uint8Array, { store }: Doc): boolean {
  try {
    const { structs, ds } = decodeBounded(update)
    for (const struct of structs) {
      const { client, clock } = struct.id
      if (!(struct instanceof Skip) && clock + struct.length > getState(store, client)) return false
    }
    for (const [client, ranges] of ds.clients) {
      for (const { clock, len } of ranges) if (!isDeleted(store, client, clock, len)) return false
    }
    return true
  } catch {
    return false
  }
}

function isDeleted(store: Doc['store'], client: number, clock: number, length: number): boolean {
  const end = clock + length
  const structs = store.clients.get(client)
  if (!structs || end > getState(store, client)) return false
  for (let index = findIndexSS(structs, clock); ; index += 1) {
    const struct = structs[index]
    if (!struct || struct.id.clock >= end) return true
    if (!struct.deleted) return false
  }
}
