import type { ResolvedPos } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { ReactNode } from 'react'
import { comesFromYjs } from '#lib/doc/localOnly.ts'
import { isComposing } from '#components/ui/composing.ts'
import type { Store } from '../store.ts'

/** One line of a menu at the caret. */
export interface Line {
  readonly id: string
  readonly title: string
  readonly icon?: ReactNode
  /** In mono before the title: a key like `ABC-42`. */
  readonly lead?: string
  /** Quietly behind it. */
  readonly detail?: string
  /** In mono at the end: what typing does the same. */
  readonly typed?: string
  /** What it stands under, with the other lines of its group beside it. */
  readonly group?: string
}

/** An open menu at the caret; null while it is closed. */
export interface Choosing {
  /** What assistive technology calls the list. */
  readonly label: string
  readonly lines: readonly Line[]
  readonly active: number
  readonly choose: (line: Line) => void
  /** Where the sign is that opened it. */
  readonly from: number
}

/** What was typed, from its sign to the caret. */
export interface Range {
  readonly from: number
  readonly to: number
}

export interface ChoosingOptions {
  readonly menu: Store<Choosing | null>
  readonly label: string
  /** Gives what is looked for when the text before the caret ends in the sign and a query, else null. */
  readonly queryIn: (before: string) => string | null
  /** Says whether it opens for so much of a query; always when it is left out. */
  readonly opens?: (query: string, tr: Transaction) => boolean
  /** Gives the lines for a query. Awaited: what they are made of may have to be fetched first. */
  readonly find: (query: string, state: EditorState) => readonly Line[] | Promise<readonly Line[]>
  readonly choose: (line: Line, range: Range) => void
}

/** A sign at the caret, with what was typed behind it. */
interface Typed {
  readonly from: number
  readonly query: string
  /** Escape has closed the menu; it stays closed for this sign. */
  readonly active: boolean
}

const keys = new Set<PluginKey<Typed | null>>()

/** True while a menu at the caret takes the keys. */
export function isChoosing(state: EditorState): boolean {
  return [...keys].some((key) => key.getState(state)?.active === true)
}

/**
 * A sign (`/`, `@`, `:`) that opens a menu at the caret, filtered by what follows. Only by one's own typing: what someone else
 * types opens nothing here. While an input method composes, the keys are its own.
 */
export function choosing(name: string, options: ChoosingOptions): Plugin {
  const { menu, label, queryIn, find } = options
  const key = new PluginKey<Typed | null>(name)
  keys.add(key)
  const choose = (view: EditorView) => (line: Line) => {
    const typed = key.getState(view.state)
    if (typed) options.choose(line, { from: typed.from, to: view.state.selection.from })
  }
  const show = (view: EditorView, typed: Typed, lines: readonly Line[]) =>
    menu.set({ label, lines, active: 0, choose: choose(view), from: typed.from })
  const close = (view: EditorView): true => {
    if (key.getState(view.state)?.active) view.dispatch(view.state.tr.setMeta(key, 'close'))
    return true
  }
  return new Plugin<Typed | null>({
    key,
    state: { init: () => null, apply: (tr, last, _before, state) => follow(tr, last, state) },
    view(opened) {
      const open = (view: EditorView, typed: Typed) => {
        const found = find(typed.query, view.state)
        if (!(found instanceof Promise)) {
          show(view, typed, found)
          return
        }
        void found.then(
          (lines) => {
            if (!view.isDestroyed && key.getState(view.state) === typed) show(view, typed, lines)
          },
          // What could not be fetched is missed, and nothing else is: the text stays as it was typed.
          () => undefined,
        )
      }
      // A plugin that joins an open editor has all the others begin anew, a menu that was open among them.
      const before = key.getState(opened.state)
      if (before?.active) open(opened, before)
      return {
        update(view, last) {
          const typed = key.getState(view.state) ?? null
          if (typed === key.getState(last)) return
          if (typed?.active) open(view, typed)
          else if (key.getState(last)?.active) menu.set(null)
        },
        destroy: () => menu.set(null),
      }
    },
    props: {
      handleKeyDown(view, event) {
        if (!key.getState(view.state)?.active || isComposing(event)) return false
        return event.key === 'Escape' ? close(view) : pressed(menu, event)
      },
      handleDOMEvents: { blur: (view) => (close(view), false) },
      decorations(state) {
        const typed = key.getState(state)
        if (!typed?.active) return null
        const { from } = state.selection
        return DecorationSet.create(state.doc, [
          Decoration.inline(typed.from, from, { class: 'story-slash' }),
        ])
      },
    },
  })

  /** Opened by what this person typed, it stays as long as the caret is behind the sign. */
  function follow(tr: Transaction, last: Typed | null, { selection }: EditorState): Typed | null {
    const found = selection.empty ? signBefore(selection.$from, queryIn) : null
    if (!found) return null
    // What arrives from others is a new text throughout, for the editor: nothing in it maps.
    const isSame =
      last !== null &&
      (comesFromYjs(tr) ? last.query === found.query : tr.mapping.map(last.from) === found.from)
    if (!isSame) {
      const isTyped = tr.docChanged && !comesFromYjs(tr) && tr.getMeta('paste') !== true
      const opens = isTyped && (options.opens?.(found.query, tr) ?? true)
      return opens ? { ...found, active: true } : null
    }
    const active = last.active && tr.getMeta(key) !== 'close'
    const isUnchanged =
      active === last.active && last.from === found.from && last.query === found.query
    return isUnchanged ? last : { ...found, active }
  }
}

function signBefore(
  $at: ResolvedPos,
  queryIn: (before: string) => string | null,
): { from: number; query: string } | null {
  const { parent, parentOffset, nodeBefore } = $at
  if (!parent.isTextblock || parent.type.spec.code) return null
  if (nodeBefore?.marks.some(({ type }) => type.name === 'code')) return null
  const query = queryIn(parent.textBetween(0, parentOffset, null, '\uFFFC'))
  return query === null ? null : { from: $at.pos - query.length - 1, query }
}

function pressed(menu: Store<Choosing | null>, event: KeyboardEvent): boolean {
  const open = menu.get()
  if (!open || open.lines.length === 0) return false
  const { lines, active } = open
  const go = (index: number) => menu.set({ ...open, active: (index + lines.length) % lines.length })
  switch (event.key) {
    case 'ArrowDown':
      go(active + 1)
      return true
    case 'ArrowUp':
      go(active - 1)
      return true
    case 'Enter':
    case 'Tab': {
      const line = lines[active]
      if (line) open.choose(line)
      return true
    }
    default:
      return false
  }
}
