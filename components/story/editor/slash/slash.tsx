import { type Editor, Extension } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { textsOf } from '#components/language/loaded.ts'
import { around, lineAt } from '../around.ts'
import { BLOCK_ICONS } from '../blockIcons.tsx'
import { applyBlock, type BlockPlace, allBlocks, isStructure, matchBlocks } from '../blocks.ts'
import { choosing, type Choosing, type Line, type Range } from '../choosing/choosing.ts'
import { beginBlock } from '../sections/begin.ts'
import type { Store } from '../store.ts'

export interface SlashOptions {
  menu: Store<Choosing | null>
  /** Asks for a link's address at the caret. */
  askForLink: () => void
  /** Asks which template to put at the caret. */
  askForTemplate: () => void
  /** The id of whoever writes: they ask the questions begun here. */
  me: string
}

/** `/` opens a menu of blocks, filtered by what follows. */
export const Slash = Extension.create<SlashOptions | Record<string, never>>({
  name: 'slash',
  priority: 1_800,
  addProseMirrorPlugins() {
    const options = this.options as SlashOptions
    const { editor } = this
    return [
      choosing('slash', {
        menu: options.menu,
        label: textsOf('story')('menus.blocks'),
        queryIn: (before) => /(?:^|\s)\/([^\s/]*)$/.exec(before)?.[1] ?? null,
        find: (query, state) =>
          matchBlocks(query, placeOf(state)).map(({ id, title, typed, group }) => {
            const Icon = BLOCK_ICONS[id]
            const line = { id, title, typed, icon: <Icon aria-hidden size={16} /> }
            // What is found comes in the order of how well it fits.
            return query === '' ? { ...line, group } : line
          }),
        choose: (line, range) => put(editor, line, range, options),
      }),
    ]
  },
})

function put(
  editor: Editor,
  line: Line,
  range: Range,
  { askForLink, askForTemplate, me }: SlashOptions,
): void {
  const block = allBlocks().find(({ id }) => id === line.id)
  if (!block) return
  const chain = editor.chain().focus().deleteRange(range)
  if (isStructure(block.id)) {
    if (chain.run()) beginBlock(editor.view, block.id, me)
  } else if (block.id === 'link') {
    if (chain.run()) askForLink()
  } else if (block.id === 'template') {
    if (chain.run()) askForTemplate()
  } else applyBlock(editor, chain, block.id)
}

function placeOf({ selection }: EditorState): BlockPlace {
  const isInCriterion = lineAt(selection, 'criterion') !== null
  const isInQuestion = lineAt(selection, 'question') !== null
  return {
    inTable: around(selection.$from, 'table') !== null,
    inLineOf: isInCriterion ? 'criterion' : isInQuestion ? 'question' : null,
  }
}
