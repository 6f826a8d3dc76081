import { applyUpdate, encodeStateVector, type Doc } from 'yjs'
import type { Document } from '@hocuspocus/server'
import type { DocumentStore, StoredDocument } from '#server/storage/storage.ts'
import type { Arriving, OnArriving } from './asStored.ts'

/** What storage knows of a document beside its content. */
export interface Loaded {
  readonly owners: ReadonlyMap<number, string>
  /** So many rows its log has ever had. */
  readonly position: number
  readonly logRows: number
  readonly logBytes: number
  /** Who wrote the last update; null when nobody can tell any more. */
  readonly lastWriter: string | null
  /** How it arrived, when somebody was sent what is stored. */
  readonly arriving: Arriving | null
}

/** What storage knows of a document that was never written. */
export const NEVER_WRITTEN: Loaded = {
  owners: new Map(),
  position: 0,
  logRows: 0,
  logBytes: 0,
  lastWriter: null,
  arriving: null,
}

/**
 * Reads a document's snapshot and the log behind it into an empty document; `onArriving` may tell of it before. Rejects when
 * storage does not answer.
 */
export async function load(
  store: DocumentStore,
  workspace: string,
  name: string,
  document: Document,
  onArriving: OnArriving,
): Promise<Loaded> {
  const stored = await store.load(workspace, name)
  if (!stored) return NEVER_WRITTEN
  const { log, owners, position } = stored
  const arriving: Arriving = { stored, since: null }
  const leaving = onArriving(arriving)
  // Before the work begins: while that goes on nothing leaves.
  await leaving
  fill(document, stored)
  if (leaving) arriving.since = encodeStateVector(document)
  // What was loaded is not news: without this it would be broadcast to whoever connects in this turn.
  document.flush()
  return {
    owners,
    position,
    logRows: log.length,
    logBytes: log.reduce((sum, { update }) => sum + update.byteLength, 0),
    lastWriter: log.at(-1)?.by ?? null,
    arriving: leaving ? arriving : null,
  }
}

/** Puts what is stored into an empty document. */
export function fill(document: Doc, { snapshot, log }: StoredDocument): void {
  // One transaction for all rows: each transaction costs time in proportion to the client ids ever seen.
  document.transact(() => {
    if (snapshot) applyUpdate(document, snapshot, 'load')
    for (const row of log) applyUpdate(document, row.update, 'load')
  }, 'load')
  dropUnfinished(document)
}

/** Forgets edits that wait for others which storage does not have. Gives whether there were any. */
export function dropUnfinished(document: Doc): boolean {
  const { store } = document
  if (store.pendingStructs === null && store.pendingDs === null) return false
  store.pendingStructs = null
  store.pendingDs = null
  return true
}
