import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs'
import { readFacts } from '#lib/doc/facts.ts'
import type { DocumentFacts } from '#lib/domain/facts.ts'
import type { DocumentStore } from '#server/storage/storage.ts'

/** What a story's document says at one moment. */
export interface Reading {
  readonly facts: DocumentFacts
  /** Who wrote last, a user's id; null when nobody can tell any more. */
  readonly by: string | null
  /** The whole document as one Yjs update; to be asked for in the turn of the reading. */
  state(): Uint8Array
}

/** What commands need of documents. While people have them open, the sync server answers (`Workspaces.useDocuments`). */
export interface Documents {
  /** Reads a story's document as it is now, edits that are not stored yet included; null where nothing was ever written. */
  read(workspace: string, story: string): Promise<Reading | null>
  /** Brings the text of the stories that were merged into this one over, each once. */
  merge(workspace: string, story: string): Promise<void>
}

/** Documents that nobody has open: as storage has them. What is to be merged waits until one is opened. */
export function storedDocuments(store: DocumentStore): Documents {
  return {
    async read(workspace, story) {
      const stored = await store.load(workspace, `story:${story}`)
      if (!stored) return null
      const doc = new Doc()
      doc.transact(() => {
        if (stored.snapshot) applyUpdate(doc, stored.snapshot)
        for (const { update } of stored.log) applyUpdate(doc, update)
      })
      return readingOf(doc, stored.log.at(-1)?.by ?? null)
    },
    merge: async () => undefined,
  }
}

/** Reads an open document. */
export function readingOf(doc: Doc, by: string | null): Reading {
  return { facts: readFacts(doc), by, state: () => encodeStateAsUpdate(doc) }
}

/** The Yjs update of a document in which nothing was ever written. */
export const EMPTY_DOCUMENT = Uint8Array.of(0, 0)
