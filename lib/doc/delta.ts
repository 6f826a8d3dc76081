import { createEncoder, toUint8Array, writeVarUint } from 'lib0/encoding'
import {
  applyUpdate,
  createSnapshot,
  decodeSnapshot,
  decodeUpdate,
  diffUpdate,
  Doc,
  encodeSnapshot,
  encodeStateAsUpdate,
  encodeStateVector,
  mergeUpdates,
  parseUpdateMeta,
  type Snapshot,
} from 'yjs'

/**
 * What a document has gained between two moments, as bytes that grow with the edits and not with the document: Yjs's own
 * difference repeats every deletion there ever was. An earlier state with the differences behind it has the content of
 * the later one, also when the later one had forgotten deleted text already.
 */
export interface Delta {
  readonly bytes: Uint8Array
  /** Nothing was written or deleted in between. */
  readonly isEmpty: boolean
  /** Yjs client ids that wrote something in between. */
  readonly clients: readonly number[]
}

/** Which edits a state has, without their content: what a later difference is taken against. */
export function markOf(state: Uint8Array): Uint8Array {
  return encodeSnapshot(snapshotOf(state))
}

/**
 * Gives what `state` (a document as one update) has that the state of `mark` had not; null where it lacks something of
 * that one: edits that were lost with a server. Such a state stands for itself.
 */
export function deltaSince(mark: Uint8Array, state: Uint8Array): Delta | null {
  const before = decodeSnapshot(mark)
  const after = snapshotOf(state)
  for (const [client, clock] of before.sv) if ((after.sv.get(client) ?? 0) < clock) return null
  if (rangesWithout(before, after).length > 0) return null
  const deleted = rangesWithout(after, before)
  const whole = diffUpdate(state, encodeStateVector(before.sv))
  // The deletions come last, and are as long as they are written here.
  const written = whole.subarray(0, whole.length - encodeRanges(rangesOf(after)).length)
  const deletions = encodeRanges(deleted)
  const bytes = new Uint8Array(written.length + deletions.length)
  bytes.set(written)
  bytes.set(deletions, written.length)
  const clients = clientsIn(bytes)
  return { bytes, isEmpty: clients.length === 0 && deleted.length === 0, clients }
}

/** Puts differences that follow each other together into one. */
export function joined(deltas: readonly Uint8Array[]): Uint8Array {
  return mergeUpdates([...deltas])
}

/** Gives the document of a state and the differences behind it as one update, without text that is deleted by then. */
export function stateOf(updates: readonly Uint8Array[]): Uint8Array {
  const [only] = updates
  if (only && updates.length === 1) return only
  const doc = new Doc()
  doc.transact(() => {
    for (const update of updates) applyUpdate(doc, update)
  })
  const state = encodeStateAsUpdate(doc)
  doc.destroy()
  return state
}

/** Gives the Yjs client ids whose edits an update has. */
export function clientsIn(update: Uint8Array): number[] {
  return [...parseUpdateMeta(update).to.keys()]
}

/** A state is looked at several times while a version is kept, and a long past takes a while to read. */
const known = new WeakMap<Uint8Array, Snapshot>()

function snapshotOf(state: Uint8Array): Snapshot {
  let snapshot = known.get(state)
  if (!snapshot) known.set(state, (snapshot = readSnapshot(state)))
  return snapshot
}

/** Without what the state has there is nothing but its deletions left, and no edit need be built to read them. */
function readSnapshot(state: Uint8Array): Snapshot {
  const { to } = parseUpdateMeta(state)
  const { ds } = decodeUpdate(diffUpdate(state, encodeStateVector(to)))
  return createSnapshot(ds, to)
}

/** A run of deleted edits of one client. */
interface Range {
  readonly client: number
  readonly clock: number
  readonly len: number
}

/** Gives the deletions as they are written: clients from the highest id down, each in the order of its clocks. */
function rangesOf({ ds }: Pick<Snapshot, 'ds'>): Range[] {
  return [...ds.clients]
    .sort(([a], [b]) => b - a)
    .flatMap(([client, items]) => items.map(({ clock, len }) => ({ client, clock, len })))
}

/** Gives the deletions of `a` that `b` does not have. Both are in the order of their clocks. */
function rangesWithout(a: Snapshot, b: Snapshot): Range[] {
  const left: Range[] = []
  for (const [client, items] of a.ds.clients) {
    const taken = b.ds.clients.get(client) ?? []
    let at = 0
    for (const { clock, len } of items) {
      const end = clock + len
      for (let from = clock; from < end;) {
        while (endOf(taken[at]) <= from) at += 1
        const range = taken[at]
        const until = Math.min(range?.clock ?? end, end)
        if (until > from) left.push({ client, clock: from, len: until - from })
        from = range && until < end ? endOf(range) : end
      }
    }
  }
  return left.sort((x, y) => y.client - x.client || x.clock - y.clock)
}

function endOf(range: { readonly clock: number; readonly len: number } | undefined): number {
  return range ? range.clock + range.len : Number.POSITIVE_INFINITY
}

/** Yjs's form of a set of deletions (version 1 of its encoding). */
function encodeRanges(ranges: readonly Range[]): Uint8Array {
  const clients = new Map<number, Range[]>()
  for (const range of ranges) {
    const own = clients.get(range.client)
    if (own) own.push(range)
    else clients.set(range.client, [range])
  }
  const encoder = createEncoder()
  writeVarUint(encoder, clients.size)
  for (const [client, own] of clients) {
    writeVarUint(encoder, client)
    writeVarUint(encoder, own.length)
    for (const { clock, len } of own) {
      writeVarUint(encoder, clock)
      writeVarUint(encoder, len)
    }
  }
  return toUint8Array(encoder)
}
