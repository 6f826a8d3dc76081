import { GC, type ID, Item, Skip } from 'yjs'
import { decodeBounded, TooMuch } from './decodeBounded.ts'
import { isFit, SchemaRecords } from './judgeContent.ts'

/** What the server knows of a document when it judges an update. */
export interface Known {
  /** Gives the clock up to which the document has the edits of a Yjs client. */
  clockOf(client: number): number
  /** Gives the user a Yjs client id belongs to. */
  ownerOf(client: number): string | undefined
  /** True for an item of the document that records which editor it needs. */
  recordsSchema(id: ID): boolean
  /** The newest editor there is. */
  readonly newestSchema: number
}

/** What an update would do to the document. */
export type Judgement =
  /** Nothing: the document has all of it. */
  | { readonly kind: 'nothing' }
  /** It can be applied; the candidates are client ids that nobody owns yet. */
  | { readonly kind: 'welcome'; readonly candidates: readonly number[] }
  /** It builds on edits that the document does not have. */
  | { readonly kind: 'gap'; readonly candidates: readonly number[] }
  /** It goes on writing under a client id of somebody else, which would make the two diverge for ever. */
  | { readonly kind: 'foreign'; readonly client: number }
  | { readonly kind: 'malformed' }
  /** It can be read, but holds what would make the document unusable for everyone. */
  | { readonly kind: 'unfit' }

/** Far beyond any document, and far below where whole numbers lose their exactness. */
const CLOCK_MAX = 2 ** 48

/** A page load makes one client id. Each costs every later edit of the document a little time, for ever. */
const NEW_CLIENTS_MAX = 1_000

/**
 * Judges a Yjs update (version 1) of a user against a document, without touching it. Reads all of it: Yjs itself
 * would apply half of an update that breaks off, allocate by the lengths it states, and accept edits in the name of
 * anyone. Never throws.
 */
export function judgeUpdate(update: Uint8Array, user: string, known: Known): Judgement {
  let decoded: ReturnType<typeof decodeBounded>
  try {
    decoded = decodeBounded(update)
  } catch (error) {
    return { kind: error instanceof TooMuch ? 'unfit' : 'malformed' }
  }
  /** Clocks as they will be, of the clients that move. */
  const after = new Map<number, number>()
  const clockAfter = (client: number) => after.get(client) ?? known.clockOf(client)
  const candidates = new Set<number>()
  const needed: ID[] = []
  let gap = false
  let current = -1
  const seen = new Set<number>()
  const records = new SchemaRecords(
    (id) => id.clock < known.clockOf(id.client) && known.recordsSchema(id),
  )

  for (const struct of decoded.structs) {
    const { client, clock } = struct.id
    const end = clock + struct.length
    if (!isSane(client) || struct.length < 1 || !isSane(end)) return { kind: 'malformed' }
    if (client !== current) {
      // Yjs keeps only the last of several runs of one client, so such an update is not what it seems.
      if (seen.has(client)) return { kind: 'malformed' }
      seen.add(client)
      current = client
    }
    const have = clockAfter(client)
    if (struct instanceof Skip || end <= have) continue
    if (clock > have) {
      gap = true
      continue
    }
    const owner = known.ownerOf(client)
    if (owner === undefined) candidates.add(client)
    else if (owner !== user) return { kind: 'foreign', client }
    if (candidates.size > NEW_CLIENTS_MAX) return { kind: 'unfit' }
    after.set(client, end)
    if (struct instanceof GC) continue
    const item = struct as Item
    if (!isFit(item) || records.versionIn(item) > known.newestSchema) return { kind: 'unfit' }
    for (const id of dependencies(item)) {
      if (id.client !== client) needed.push(id)
      else if (id.clock >= clock) return { kind: 'malformed' }
    }
  }
  for (const { client, clock } of needed) if (clock >= clockAfter(client)) gap = true

  let deletes = false
  for (const [client, ranges] of decoded.ds.clients) {
    for (const { clock, len } of ranges) {
      if (!isSane(client) || len < 1 || !isSane(clock + len)) return { kind: 'malformed' }
      deletes = true
      if (clock + len > clockAfter(client)) gap = true
    }
  }
  if (gap) return { kind: 'gap', candidates: [...candidates] }
  if (after.size === 0 && !deletes) return { kind: 'nothing' }
  return { kind: 'welcome', candidates: [...candidates] }
}

function isSane(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= CLOCK_MAX
}

function dependencies({ origin, rightOrigin, parent }: Item): ID[] {
  const found: ID[] = []
  if (origin) found.push(origin)
  if (rightOrigin) found.push(rightOrigin)
  // While an update is only decoded, a parent is the name of a root or the id of an item.
  if (parent && typeof parent === 'object' && 'clock' in parent) found.push(parent as unknown as ID)
  return found
}
