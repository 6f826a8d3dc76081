import type { JSONContent } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import { Transform } from '@tiptap/pm/transform'
import { prosemirrorToYXmlFragment } from '@tiptap/y-tiptap'
import { Doc, encodeStateAsUpdate } from 'yjs'
import { storySchema } from './extensions.ts'
import { newBlockId } from './ids.ts'
import { BODY, raiseSchema } from './schema.ts'
import { nameless } from './stableIds.ts'

/** The first update of a new document, and the Yjs client id that wrote it. */
export interface FirstUpdate {
  readonly update: Uint8Array
  readonly client: number
}

/**
 * Writes content into a new document. Only for documents that do not exist yet: a document with a history is never
 * rebuilt from JSON (I6). Criteria and questions without an id get one. Throws when the content does not fit the schema.
 */
export function writeNewDocument(content: JSONContent): FirstUpdate {
  const node = named(Node.fromJSON(storySchema(), content))
  node.check()
  const doc = new Doc()
  doc.transact(() => {
    raiseSchema(doc)
    prosemirrorToYXmlFragment(node, doc.getXmlFragment(BODY))
  })
  return { update: encodeStateAsUpdate(doc), client: doc.clientID }
}

function named(node: Node): Node {
  const change = new Transform(node)
  for (const at of nameless(node)) change.setNodeAttribute(at, 'id', newBlockId())
  return change.doc
}
