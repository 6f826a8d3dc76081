import type { JSONContent } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import { prosemirrorToYXmlFragment } from '@tiptap/y-tiptap'
import { Doc, encodeStateAsUpdate } from 'yjs'
import { storySchema } from './extensions.ts'
import { BODY, raiseSchema } from './schema.ts'

/** The first update of a new document, and the Yjs client id that wrote it. */
export interface FirstUpdate {
  readonly update: Uint8Array
  readonly client: number
}

/**
 * Writes content into a new document. Only for documents that do not exist yet: a document with a history is never
 * rebuilt from JSON (I6). Throws when the content does not fit the schema.
 */
export function writeNewDocument(content: JSONContent): FirstUpdate {
  const node = Node.fromJSON(storySchema(), content)
  node.check()
  const doc = new Doc()
  doc.transact(() => {
    raiseSchema(doc)
    prosemirrorToYXmlFragment(node, doc.getXmlFragment(BODY))
  })
  return { update: encodeStateAsUpdate(doc), client: doc.clientID }
}
