import * as decoding from 'lib0/decoding'
import type { StoredDocument } from '#server/storage/storage.ts'
import { authenticatedFrame, FRAME, type Frame, STEP, syncFrame } from './frames.ts'
import { STORED_MAX_ROWS, STORED_MIN_BYTES } from './limits.ts'

/**
 * A document on its way from storage into memory. Whoever has nothing of it is given what is stored, byte for byte, before
 * it is taken apart: all of that is committed (I1), and of a long past the taking apart is what costs.
 */
export interface Arriving {
  readonly stored: StoredDocument
  /** The state vector of what is stored, once it is in memory. */
  since: Uint8Array | null
}

/** Called when a document has been read from storage. Gives when what somebody was sent of it has left; null: nobody was. */
export type OnArriving = (arriving: Arriving) => Promise<void> | null

/** True when it is worth sending a document as it is stored: long to be taken apart, and of not too many parts. */
export function isWorthIt({ snapshot, log }: StoredDocument): boolean {
  return (
    snapshot !== null && snapshot.byteLength >= STORED_MIN_BYTES && log.length <= STORED_MAX_ROWS
  )
}

/** Gives what a client asks for: all of a document, when it has nothing, or the rest of it; null when this is no question. */
export function askedFor({ type, body }: Frame): 'all' | 'rest' | null {
  if (type !== FRAME.sync) return null
  const from = body.pos
  try {
    if (decoding.readVarUint(body) !== STEP.one) return null
    const vector = decoding.readVarUint8Array(body)
    return vector.length === 1 && vector[0] === 0 ? 'all' : 'rest'
  } catch {
    return null
  } finally {
    body.pos = from
  }
}

/** The frames that let a client in and answer its question with a document as it is stored. */
export function* framesOf(
  address: string,
  { snapshot, log }: StoredDocument,
  readOnly: boolean,
): Generator<Uint8Array> {
  const updates = [...(snapshot ? [snapshot] : []), ...log.map(({ update }) => update)]
  const last = updates.pop() ?? NOTHING
  yield authenticatedFrame(address, readOnly)
  for (const update of updates) yield syncFrame(address, STEP.update, update)
  // The answer comes last: with it the client takes itself to have everything.
  yield syncFrame(address, STEP.two, last)
}

/** The Yjs update that changes nothing. */
const NOTHING = new Uint8Array([0, 0])
