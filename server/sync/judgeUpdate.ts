import { decodeUpdate, GC, type ID, Item, Skip } from 'yjs'

/** What the server knows of a document when it judges an update. */
export interface Known {
  /** Gives the clock up to which the document has the edits of a Yjs client. */
  clockOf(client: number): number
  /** Gives the user a Yjs client id belongs to. */
  ownerOf(client: number): string | undefined
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

/** Far beyond any document, and far below where whole numbers lose their exactness. */
const CLOCK_MAX = 2 ** 48

/**
 * Judges a Yjs update (version 1) of a user against a document, without touching it. Reads all of it: Yjs itself
 * would apply half of an update that breaks off, allocate by the lengths it states, and accept edits in the name of
 * anyone. Never throws.
 */
export function judgeUpdate(update: Uint8Array, user: string, known: Known): Judgement {
  let decoded: ReturnType<typeof decodeUpdate>
  try {
    decoded = decodeUpdate(update)
  } catch {
    return { kind: 'malformed' }
  }
  /** Clocks as they will be, of the clients that move. */
  const after = new Map<number, number>()
  const clockAfter = (client: number) => after.get(client) ?? known.clockOf(client)
  const candidates = new Set<number>()
  const needed: ID[] = []
  let gap = false
  let current = -1
  const seen = new Set<number>()

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
    after.set(client, end)
    if (struct instanceof GC) continue
    for (const id of dependencies(struct as Item)) {
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
