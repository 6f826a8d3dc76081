import { type Doc, getItem, type ID, Item } from 'yjs'

/** The version of the editor's schema (editorExtensions.ts): raised whenever a node, a mark or an attribute is added. */
export const SCHEMA_VERSION = 2

/** The root XmlFragment that holds a story's prose. */
export const BODY = 'body'

/** The root map of facts about the document itself. */
export const META = 'meta'

/** The entry of `META` that holds the version a document needs. */
export const SCHEMA_KEY = 'schema'

/**
 * Gives the version of the editor that a document needs at least; 0 when no editor has written to it yet. An older
 * editor must not open the document: it would delete the nodes it does not know, for everyone.
 */
export function documentSchema(doc: Doc): number {
  const version = doc.getMap(META).get(SCHEMA_KEY)
  return typeof version === 'number' && Number.isSafeInteger(version) && version > 0 ? version : 0
}

/** Records that this editor has written to the document. The version is only ever raised. */
export function raiseSchema(doc: Doc): void {
  if (documentSchema(doc) < SCHEMA_VERSION) doc.getMap(META).set(SCHEMA_KEY, SCHEMA_VERSION)
}

/** True when an item of a document records the version it needs, also one that was replaced since. */
export function recordsSchema(doc: Doc, id: ID): boolean {
  const item = getItem(doc.store, id)
  return (
    item instanceof Item && item.parentSub === SCHEMA_KEY && item.parent === doc.share.get(META)
  )
}
