import type { Extensions } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { Placeholder, Selection } from '@tiptap/extensions'
import type { Awareness } from 'y-protocols/awareness'
import type { Doc } from 'yjs'
import { editorExtensions } from '#lib/doc/extensions.ts'
import { BODY } from '#lib/doc/schema.ts'
import { WriteBelow } from './below.ts'
import { Carets } from './carets.ts'
import { LeaveByEscape, StoryKeys } from './keys.ts'
import { SchemaMark } from './schemaMark.ts'
import { Slash, type SlashOptions } from './slash/slash.ts'
import { ownEdits } from './undo.ts'

/** What an empty story teaches. */
export const TEACHING = 'Who needs this, what do they want, and why? Type / for blocks'

/** Everything the editor in the browser is made of: the schema, and what people do together in it. */
export function storyExtensions(doc: Doc, awareness: Awareness, slash: SlashOptions): Extensions {
  return [
    ...editorExtensions(),
    SchemaMark.configure({ document: doc }),
    Collaboration.configure({
      document: doc,
      field: BODY,
      yUndoOptions: { undoManager: ownEdits(doc) },
    }),
    Carets.configure({ awareness }),
    Placeholder.configure({
      placeholder: ({ editor, node }) => {
        if (editor.isEmpty) return TEACHING
        if (node.type.name === 'heading') return `Heading ${node.attrs.level}`
        return node.type.name === 'paragraph' ? 'Type / for blocks' : ''
      },
    }),
    Selection.configure({ className: 'story-kept-selection' }),
    Slash.configure(slash),
    StoryKeys,
    LeaveByEscape,
    WriteBelow,
  ]
}
