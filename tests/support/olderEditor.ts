import { type Extensions, getSchema } from '@tiptap/core'
import { Blockquote } from '@tiptap/extension-blockquote'
import { Bold } from '@tiptap/extension-bold'
import { Code } from '@tiptap/extension-code'
import CodeBlock from '@tiptap/extension-code-block'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Heading } from '@tiptap/extension-heading'
import { HorizontalRule } from '@tiptap/extension-horizontal-rule'
import { Italic } from '@tiptap/extension-italic'
import { BulletList, ListItem, OrderedList, TaskList } from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Strike } from '@tiptap/extension-strike'
import { Text } from '@tiptap/extension-text'
import { Underline } from '@tiptap/extension-underline'
import type { Plugin } from '@tiptap/pm/state'
import { EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { ySyncPlugin } from '@tiptap/y-tiptap'
import type { Doc } from 'yjs'
import { Clause, Criteria, Criterion } from '#lib/doc/criteria.ts'
import { StoryLink } from '#lib/doc/link.ts'
import { Answer, Question, Questions } from '#lib/doc/questions.ts'
import { BODY } from '#lib/doc/schema.ts'
import { CustomerValue, Design, StoryBody } from '#lib/doc/sections.ts'
import { storyTables } from '#lib/doc/table.ts'
import { StoryTask } from '#lib/doc/task.ts'

/** The version that the editor of release 0.2 writes into documents. */
export const OLDER_VERSION = 2

/** The nodes and marks of release 0.2, as its `editorExtensions` listed them: code had no language, and that was all. */
function olderExtensions(): Extensions {
  return [
    StoryBody,
    Paragraph,
    Text,
    Heading.configure({ levels: [1, 2, 3] }),
    Blockquote,
    HorizontalRule,
    HardBreak,
    BulletList,
    OrderedList,
    ListItem,
    CodeBlock.extend({ addAttributes: () => ({}), renderHTML: () => ['pre', ['code', 0]] }),
    TaskList,
    StoryTask,
    ...storyTables,
    CustomerValue,
    Criteria,
    Criterion,
    Clause,
    Questions,
    Question,
    Answer,
    Design,
    Bold,
    Code,
    Italic,
    Strike,
    Underline,
    StoryLink,
  ]
}

/** The editor of release 0.2 without a screen: its schema, bound to a document as the product binds it. */
export class OlderEditor {
  readonly #view: EditorView
  #state: EditorState
  readonly #update: () => void
  readonly #destroy: () => void

  constructor(doc: Doc) {
    const binding = ySyncPlugin(doc.getXmlFragment(BODY)) as Plugin
    this.#state = EditorState.create({ schema: getSchema(olderExtensions()), plugins: [binding] })
    const editor = this
    this.#update = () => {}
    this.#view = {
      get state() {
        return editor.#state
      },
      dispatch: (tr: Transaction) => this.#dispatch(tr),
      hasFocus: () => false,
    } as unknown as EditorView
    const shown = binding.spec.view?.(this.#view)
    this.#update = () => shown?.update?.(this.#view, this.#state)
    this.#destroy = () => shown?.destroy?.()
  }

  get words(): string {
    return this.#state.doc.textContent
  }

  /** Types at the end of the first line. */
  type(words: string): void {
    const line = this.#state.doc.firstChild
    this.#dispatch(this.#state.tr.insertText(words, (line?.nodeSize ?? 2) - 1))
  }

  destroy(): void {
    this.#destroy()
  }

  #dispatch(tr: Transaction): void {
    this.#state = this.#state.apply(tr)
    this.#update()
  }
}
