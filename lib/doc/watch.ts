import type { Doc } from 'yjs'
import { documentSchema, META, SCHEMA_VERSION } from './schema.ts'

/** True for a document that a newer editor has written: this one must not open it. */
export function isTooNew(doc: Doc): boolean {
  return documentSchema(doc) > SCHEMA_VERSION
}

/**
 * Calls `tooNew` as soon as a newer editor writes into an open document, before this editor sees what it wrote: a
 * map's observers run ahead of the body's deep ones, so an editor destroyed in `tooNew` deletes nothing.
 * Gives the function that stops watching.
 */
export function watchSchema(doc: Doc, tooNew: () => void): () => void {
  const meta = doc.getMap(META)
  const look = () => {
    if (isTooNew(doc)) tooNew()
  }
  meta.observe(look)
  return () => meta.unobserve(look)
}
