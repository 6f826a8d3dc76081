// What a page costs with TipTap, its collaboration and Hocuspocus's provider alone: the story's schema, nothing around it.
import { HocuspocusProvider } from '@hocuspocus/provider'
import { Editor } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { Doc } from 'yjs'
import { editorExtensions } from '#lib/doc/extensions.ts'
import { BODY } from '#lib/doc/schema.ts'

const query = new URLSearchParams(location.search)
const doc = new Doc()
let editor: Editor | null = null
new HocuspocusProvider({
  url: query.get('url') ?? '',
  name: query.get('name') ?? '',
  document: doc,
  onSynced() {
    editor ??= new Editor({
      element: document.querySelector('main'),
      extensions: [...editorExtensions(), Collaboration.configure({ document: doc, field: BODY })],
      editorProps: { attributes: { role: 'textbox', 'aria-label': 'Text of it' } },
    })
  },
})
