import type { Doc } from 'yjs'

/** The version of the editor's schema (editorExtensions.ts): raised whenever a node, a mark or an attribute is added. */
export const SCHEMA_VERSION = 1

/** The root XmlFragment that holds a story's prose. */
export const BODY = 'body'

/** The root map of facts about the document itself. */
export const META = 'meta'

const SCHEMA_KEY = 'schema'

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
