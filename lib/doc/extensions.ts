import { type Extensions, getSchema } from '@tiptap/core'
import CodeBlock from '@tiptap/extension-code-block'
import { TaskList } from '@tiptap/extension-list'
import type { Schema } from '@tiptap/pm/model'
import { StarterKit } from '@tiptap/starter-kit'
import { StoryLink } from './link.ts'
import { storyTables } from './table.ts'
import { StoryTask } from './task.ts'

/**
 * The nodes and marks a story may hold, for browser and server alike. Whoever adds one, or an attribute, raises
 * SCHEMA_VERSION: an older editor deletes what it does not know.
 */
export function editorExtensions(): Extensions {
  return [
    StarterKit.configure({
      heading: { levels: [1, 2, 3] },
      link: false,
      codeBlock: false,
      // Undo belongs to collaboration, which takes back only one's own edits.
      undoRedo: false,
      // It would write a paragraph into every open editor whenever someone's edit ends in a table.
      trailingNode: false,
      dropcursor: { class: 'story-dropcursor', color: false, width: 2 },
    }),
    PlainCode,
    TaskList,
    StoryTask,
    StoryLink,
    ...storyTables,
  ]
}

/** Gives the schema that `editorExtensions` describe. Made once: it takes milliseconds. */
export function storySchema(): Schema {
  schema ??= getSchema(editorExtensions())
  return schema
}

let schema: Schema | undefined

/** Code without a language: a class name from a pasted page or a foreign client never reaches the screen. */
const PlainCode = CodeBlock.extend({
  addAttributes: () => ({}),
  renderHTML: () => ['pre', ['code', 0]],
})
