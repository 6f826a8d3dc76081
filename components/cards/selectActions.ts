import { defineAction } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import type { FocusState } from './listFocus.ts'
import {
  extended,
  NOTHING_SELECTED,
  selectedIn,
  type Selection,
  type SelectionState,
  toggled,
} from './selection.ts'
import type { Store } from './store.ts'

/** A screen of cards on which several are selected. */
export interface Selectable {
  readonly state: Store<FocusState & SelectionState>
  /** The ids of all that can be selected together with a story, in the order of the screen. */
  readonly beside: (story: string) => readonly string[]
  /** The ids of the list or column it is in. */
  readonly line: (story: string) => readonly string[]
  /** Reads a sentence to whoever cannot see the page. */
  readonly announce: (sentence: string) => void
}

/** UX6: X selects. */
export const selectFocused = defineAction<Selectable>({
  id: 'select.story',
  group: 'Selection',
  keys: ['X'],
  run: (page) => {
    const { focus } = page.state.get()
    if (focus !== null) select(page, focus)
  },
})

/** Shift with an arrow, J or K extends. */
export const extendSelection = (['up', 'down'] as const).map((direction) =>
  defineAction<Selectable>({
    id: `select.extend.${direction}`,
    group: 'Selection',
    keys: direction === 'up' ? ['Shift+ArrowUp', 'Shift+K'] : ['Shift+ArrowDown', 'Shift+J'],
    keysOnly: true,
    run: (page) => {
      const { focus, selection } = page.state.get()
      if (focus === null) return
      const list = page.line(focus)
      const next = list[list.indexOf(focus) + (direction === 'down' ? 1 : -1)] ?? focus
      take(page, extended(selection, list, focus, next), next)
    },
  }),
)

/** Everything of the list or column that the focus is in. */
export const selectAll = defineAction<Selectable>({
  id: 'select.all',
  group: 'Selection',
  keys: ['$mod+A'],
  run: (page) => {
    const { focus } = page.state.get()
    const ids = focus === null ? [] : page.line(focus)
    if (focus !== null && ids.length > 0) take(page, { ids: new Set(ids), anchor: focus }, focus)
  },
})

export const clearSelection = defineAction<Selectable>({
  id: 'select.clear',
  group: 'Selection',
  keys: ['Escape'],
  keysOnly: true,
  when: ({ state }) => state.get().selection.ids.size > 0,
  run: (page) => {
    page.state.set({ selection: NOTHING_SELECTED, grab: true })
    page.announce(textsOf('flow')('nothingSelected'))
  },
})

/** A press of Ctrl or Cmd, of a card's box, or of its menu. */
export function select(page: Selectable, story: string): void {
  const { selection } = page.state.get()
  take(page, toggled(selection, page.beside(story), story), story)
}

/** A press of Shift: all from where the selection began in this list, or from the focus, up to this story. */
export function selectUpTo(page: Selectable, story: string): void {
  const { selection, focus } = page.state.get()
  const line = page.line(story)
  const near = focus !== null && line.includes(focus) ? focus : null
  const from = near ?? selectedIn(selection, line)[0] ?? story
  take(page, extended(selection, line, from, story), story)
}

function take(page: Selectable, selection: Selection, focus: string): void {
  page.state.set({ selection, focus, grab: true })
  const count = selection.ids.size
  const t = textsOf('flow')
  page.announce(count === 0 ? t('nothingSelected') : t('selected', { count }))
}
