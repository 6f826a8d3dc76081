import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type { Doc } from 'yjs'
import { raiseSchema } from '#lib/doc/schema.ts'

/**
 * Records the editor's version ahead of its first edit. Above collaboration's priority, so that nobody ever holds
 * what this editor wrote without knowing which editor it takes to read it.
 */
export const SchemaMark = Extension.create<{ document: Doc | null }>({
  name: 'schemaMark',
  priority: 1_001,
  addOptions: () => ({ document: null }),
  addProseMirrorPlugins() {
    const { document } = this.options
    if (!document) return []
    return [
      new Plugin({
        view: () => ({
          update(view, before) {
            if (view.state.doc === before.doc) return
            if (!ySyncPluginKey.getState(view.state)?.isChangeOrigin) raiseSchema(document)
          },
        }),
      }),
    ]
  },
})
