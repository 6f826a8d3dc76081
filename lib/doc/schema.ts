import { type Doc, getItem, type ID, Item } from 'yjs'
import { SCHEMA_VERSION } from './schemaVersion.ts'

export { SCHEMA_VERSION }

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
  const meta = doc.getMap(META)
  const said = meta.get(SCHEMA_KEY)
  let newest = typeof said === 'number' && Number.isSafeInteger(said) && said > 0 ? said : 0
  for (const key of meta.keys()) newest = Math.max(newest, versionOfKey(key))
  return newest
}

/** Records that this editor has written to the document. The version is only ever raised. */
export function raiseSchema(doc: Doc): void {
  if (documentSchema(doc) <= SCHEMA_VERSION) requireSchema(doc, SCHEMA_VERSION)
}

/**
 * Records that a document needs this version. Twice: in the one entry that every release reads, and in an entry of the version's
 * own. Of two editors that write the first at once Yjs keeps either, and it may be the older.
 */
export function requireSchema(doc: Doc, version: number): void {
  const meta = doc.getMap(META)
  const said = meta.get(SCHEMA_KEY)
  if (typeof said !== 'number' || said < version) meta.set(SCHEMA_KEY, version)
  if (!meta.has(ownKey(version))) meta.set(ownKey(version), true)
}

/** Gives the version that the name of an entry of `META` stands for; 0 for any other entry. */
export function versionOfKey(key: string): number {
  const [, version = '0'] = /^schema:([1-9]\d{0,8})$/.exec(key) ?? []
  return Number(version)
}

function ownKey(version: number): string {
  return `${SCHEMA_KEY}:${version}`
}

/** True for the name of an entry of `META` that says which version a document needs. */
export function isSchemaKey(key: string | null): boolean {
  return key === SCHEMA_KEY || (key !== null && versionOfKey(key) > 0)
}

/** True when an item of a document records the version it needs, also one that was replaced since. */
export function recordsSchema(doc: Doc, id: ID): boolean {
  const item = getItem(doc.store, id)
  return item instanceof Item && isSchemaKey(item.parentSub) && item.parent === doc.share.get(META)
}
