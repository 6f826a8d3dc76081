import { Extension } from '@tiptap/core'
import { PluginKey } from '@tiptap/pm/state'
import Suggestion, { type SuggestionMount, type SuggestionProps } from '@tiptap/suggestion'
import { comesFromYjs } from '#lib/doc/localOnly.ts'
import { applyBlock, type Block, matchBlocks } from '../blocks.ts'
import type { Store } from '../store.ts'

/** The open slash menu; null while it is closed. */
export interface SlashMenuState {
  readonly items: readonly Block[]
  readonly active: number
  readonly choose: (block: Block) => void
  readonly mount: SuggestionMount
}

export interface SlashOptions {
  menu: Store<SlashMenuState | null>
  /** Asks for a link's address at the caret. */
  askForLink: () => void
}

export const slashPluginKey = new PluginKey<{ active: boolean }>('slash')

/** `/` opens a menu of blocks, filtered by what follows. Only by one's own typing: a `/` of someone else opens nothing here. */
export const Slash = Extension.create<SlashOptions | Record<string, never>>({
  name: 'slash',
  priority: 1_800,
  addProseMirrorPlugins() {
    const { menu, askForLink } = this.options as SlashOptions
    return [
      Suggestion<Block, Block>({
        editor: this.editor,
        pluginKey: slashPluginKey,
        char: '/',
        decorationClass: 'story-slash',
        floatingUi: { strategy: 'fixed' },
        allow: ({ state, range }) => {
          const $from = state.doc.resolve(range.from)
          return !$from.parent.type.spec.code && !state.schema.marks.code?.isInSet($from.marks())
        },
        shouldShow: ({ editor, transaction }) =>
          slashPluginKey.getState(editor.state)?.active === true ||
          (transaction.docChanged && !comesFromYjs(transaction)),
        command: ({ editor, range, props: block }) => {
          const chain = editor.chain().focus().deleteRange(range)
          if (block.id !== 'link') applyBlock(editor, chain, block.id)
          else if (chain.run()) askForLink()
        },
        render: () => ({
          onStart: (props) => menu.set(stateOf(props, 0)),
          onUpdate: (props) => menu.set(stateOf(props, 0)),
          onExit: () => menu.set(null),
          onKeyDown: ({ event }) => pressed(menu, event),
        }),
      }),
    ]
  },
})

function stateOf(props: SuggestionProps<Block, Block>, active: number): SlashMenuState {
  return {
    items: matchBlocks(props.query, { inTable: props.editor.isActive('table') }),
    active,
    choose: props.command,
    mount: props.mount,
  }
}

function pressed(menu: Store<SlashMenuState | null>, event: KeyboardEvent): boolean {
  const open = menu.get()
  if (!open || open.items.length === 0 || event.isComposing) return false
  const { items, active } = open
  const go = (index: number) => menu.set({ ...open, active: (index + items.length) % items.length })
  switch (event.key) {
    case 'ArrowDown':
      go(active + 1)
      return true
    case 'ArrowUp':
      go(active - 1)
      return true
    case 'Enter':
    case 'Tab': {
      const block = items[active]
      if (block) open.choose(block)
      return true
    }
    default:
      return false
  }
}
