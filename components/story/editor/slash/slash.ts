import { Extension } from '@tiptap/core'
import type { ResolvedPos } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { comesFromYjs } from '#lib/doc/localOnly.ts'
import { around, lineAt } from '../around.ts'
import { applyBlock, type Block, type BlockPlace, isStructure, matchBlocks } from '../blocks.ts'
import { beginBlock } from '../sections/begin.ts'
import type { Store } from '../store.ts'

/** The open slash menu; null while it is closed. */
export interface SlashMenuState {
  readonly items: readonly Block[]
  readonly active: number
  readonly choose: (block: Block) => void
  /** Where the slash is. */
  readonly from: number
}

export interface SlashOptions {
  menu: Store<SlashMenuState | null>
  /** Asks for a link's address at the caret. */
  askForLink: () => void
  /** The id of whoever writes: they ask the questions begun here. */
  me: string
}

/** A slash at the caret, with what was typed behind it. */
interface Typed {
  readonly from: number
  readonly query: string
  /** Escape has closed the menu; it stays closed for this slash. */
  readonly active: boolean
}

export const slashPluginKey = new PluginKey<Typed | null>('slash')

/** `/` opens a menu of blocks, filtered by what follows. Only by one's own typing: a `/` of someone else opens nothing here. */
export const Slash = Extension.create<SlashOptions | Record<string, never>>({
  name: 'slash',
  priority: 1_800,
  addProseMirrorPlugins() {
    const { menu, askForLink, me } = this.options as SlashOptions
    const { editor } = this
    const choose = (block: Block) => {
      const typed = slashPluginKey.getState(editor.state)
      if (!typed) return
      const to = editor.state.selection.from
      const chain = editor.chain().focus().deleteRange({ from: typed.from, to })
      if (isStructure(block.id)) {
        if (chain.run()) beginBlock(editor.view, block.id, me)
      } else if (block.id !== 'link') applyBlock(editor, chain, block.id)
      else if (chain.run()) askForLink()
    }
    return [
      new Plugin<Typed | null>({
        key: slashPluginKey,
        state: { init: () => null, apply: follow },
        view: () => ({
          update({ state }, before) {
            const typed = slashPluginKey.getState(state)
            if (typed === slashPluginKey.getState(before)) return
            if (!typed?.active) menu.set(null)
            else
              menu.set({
                items: matchBlocks(typed.query, placeOf(state)),
                active: 0,
                choose,
                from: typed.from,
              })
          },
          destroy: () => menu.set(null),
        }),
        props: {
          handleKeyDown(view, event) {
            if (!slashPluginKey.getState(view.state)?.active || event.isComposing) return false
            return event.key === 'Escape' ? close(view) : pressed(menu, event)
          },
          handleDOMEvents: { blur: (view) => (close(view), false) },
          decorations(state) {
            const typed = slashPluginKey.getState(state)
            if (!typed?.active) return null
            const { from } = state.selection
            return DecorationSet.create(state.doc, [
              Decoration.inline(typed.from, from, { class: 'story-slash' }),
            ])
          },
        },
      }),
    ]
  },
})

/** Opened by what this person typed, it stays as long as the caret is behind the slash. */
function follow(
  tr: Transaction,
  last: Typed | null,
  _before: EditorState,
  { selection }: EditorState,
): Typed | null {
  const found = selection.empty ? slashBefore(selection.$from) : null
  if (!found) return null
  const isSame = last !== null && tr.mapping.map(last.from) === found.from
  if (!isSame) return tr.docChanged && !comesFromYjs(tr) ? { ...found, active: true } : null
  const active = last.active && tr.getMeta(slashPluginKey) !== 'close'
  const isUnchanged =
    active === last.active && last.from === found.from && last.query === found.query
  return isUnchanged ? last : { ...found, active }
}

function slashBefore($at: ResolvedPos): { from: number; query: string } | null {
  const { parent, parentOffset, nodeBefore } = $at
  if (!parent.isTextblock || parent.type.spec.code) return null
  if (nodeBefore?.marks.some(({ type }) => type.name === 'code')) return null
  const written = parent.textBetween(0, parentOffset, null, '\uFFFC')
  const typed = /(?:^|\s)\/([^\s/]*)$/.exec(written)
  const query = typed?.[1]
  return query === undefined ? null : { from: $at.pos - query.length - 1, query }
}

function close(view: EditorView): boolean {
  if (slashPluginKey.getState(view.state)?.active)
    view.dispatch(view.state.tr.setMeta(slashPluginKey, 'close'))
  return true
}

function placeOf({ selection }: EditorState): BlockPlace {
  const isInCriterion = lineAt(selection, 'criterion') !== null
  const isInQuestion = lineAt(selection, 'question') !== null
  return {
    inTable: around(selection.$from, 'table') !== null,
    inLineOf: isInCriterion ? 'criterion' : isInQuestion ? 'question' : null,
  }
}

function pressed(menu: Store<SlashMenuState | null>, event: KeyboardEvent): boolean {
  const open = menu.get()
  if (!open || open.items.length === 0) return false
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
