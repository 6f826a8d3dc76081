import { applyUpdate, encodeStateAsUpdate, type Doc } from 'yjs'
import type { Document } from '@hocuspocus/server'
import type { DocumentStore, StoredDocument } from '#server/storage/storage.ts'
import type { Prose } from './prose.ts'

/** What storage knows of a document beside its content. */
export interface Loaded {
  readonly owners: ReadonlyMap<number, string>
  readonly logRows: number
  readonly logBytes: number
  /** Who wrote the last update; null when nobody can tell any more. */
  readonly lastWriter: string | null
}

/** What storage knows of a document that was never written. */
export const NEVER_WRITTEN: Loaded = {
  owners: new Map(),
  logRows: 0,
  logBytes: 0,
  lastWriter: null,
}

/** Reads a document's snapshot and the log behind it into an empty document. Rejects when storage does not answer. */
export async function load(
  store: DocumentStore,
  workspace: string,
  name: string,
  document: Document,
): Promise<Loaded> {
  const stored = await store.load(workspace, name)
  if (!stored) return NEVER_WRITTEN
  const { log, owners } = stored
  fill(document, stored)
  // What was loaded is not news: without this it would be broadcast to whoever connects in this turn.
  document.flush()
  return {
    owners,
    logRows: log.length,
    logBytes: log.reduce((sum, { update }) => sum + update.byteLength, 0),
    lastWriter: log.at(-1)?.by ?? null,
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

/**
 * Folds a document's log into its snapshot. Only while storage holds all of it: the snapshot must not tell of an edit
 * whose row, with its author, is still on its way. The rows that go are exactly those read here, and this process is
 * the only writer (I2), so the document contains each of them.
 */
export async function compact(store: DocumentStore, prose: Prose): Promise<void> {
  const stored = await store.load(prose.workspace, prose.name)
  const last = stored?.log.at(-1)
  if (!stored || !last || prose.dirty) return
  const snapshot = encodeStateAsUpdate(prose.document)
  await store.compact(prose.workspace, prose.name, snapshot, last.position)
  const bytes = stored.log.reduce((sum, { update }) => sum + update.byteLength, 0)
  prose.logRows -= stored.log.length
  prose.logBytes -= bytes
}
