import {
  ContentAny,
  ContentDeleted,
  ContentDoc,
  ContentEmbed,
  ContentFormat,
  ContentJSON,
  ContentType,
  type ID,
  type Item,
  XmlHook,
} from 'yjs'
import { isSchemaKey, META, versionOfKey } from '#lib/doc/schema.ts'

/** Values inside values, at most. The editor writes one or two; thousands overflow the stack of whoever encodes them. */
const DEPTH_MAX = 64

/**
 * True when the content of an item is something that documents hold. Yjs would take all of it: values nested so deep
 * that the document can never be encoded again, documents in documents, and types that no editor can show.
 */
export function isFit({ content }: Item): boolean {
  if (content instanceof ContentDoc) return false
  if (content instanceof ContentType) return !(content.type instanceof XmlHook)
  if (content instanceof ContentAny || content instanceof ContentJSON) return isShallow(content.arr)
  if (content instanceof ContentEmbed) return isShallow(content.embed)
  if (content instanceof ContentFormat) return isShallow(content.value)
  return true
}

/** Without recursion, which is what it guards. */
function isShallow(value: unknown): boolean {
  const rest: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }]
  for (let next = rest.pop(); next; next = rest.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue
    if (next.value instanceof Uint8Array) continue
    if (next.depth > DEPTH_MAX) return false
    for (const inner of Object.values(next.value))
      rest.push({ value: inner, depth: next.depth + 1 })
  }
  return true
}

/**
 * Finds, in an update that is only decoded, what says which editor a document needs. A version that no editor has
 * would close the document to everyone for ever.
 */
export class SchemaRecords {
  readonly #isKnownRecord: (id: ID) => boolean
  readonly #found: { readonly client: number; readonly from: number; readonly end: number }[] = []

  /** `isKnownRecord` tells it of the items that the document has already. */
  constructor(isKnownRecord: (id: ID) => boolean) {
    this.#isKnownRecord = isKnownRecord
  }

  /** Gives the highest version that an item records; 0 when it records none. */
  versionIn(item: Item): number {
    if (!this.#isRecord(item)) return 0
    const { client, clock } = item.id
    this.#found.push({ client, from: clock, end: clock + item.length })
    const own = versionOfKey(item.parentSub ?? '')
    if (item.content instanceof ContentDeleted) return own
    const versions = item.content.getContent().filter((value) => typeof value === 'number')
    return Math.max(own, ...versions)
  }

  /** An item names its place itself, or has that of its neighbour. */
  #isRecord({ parent, parentSub, origin, rightOrigin }: Item): boolean {
    if (typeof parent === 'string') return parent === META && isSchemaKey(parentSub)
    if (parent !== null) return false
    return [origin, rightOrigin].some((id) => id !== null && this.#has(id))
  }

  #has(id: ID): boolean {
    const { client, clock } = id
    return (
      this.#found.some((one) => one.client === client && one.from <= clock && clock < one.end) ||
      this.#isKnownRecord(id)
    )
  }
}
