import { defineAction } from '#components/actions/index.ts'
import { changeBoard } from '#components/shell/location.ts'
import {
  type ListColumn,
  type ListGroup,
  type ListLook,
  type ListSort,
  withColumn,
  withSort,
} from '#components/shell/listLook.ts'
import type { Board } from '../board.ts'

/** Changes how the list is looked at, each as a step that Back takes back. */
export const sortList = defineLook<ListSort>('list.sort', 'Sort', withSort)
export const orderList = defineLook<null>('list.order', "In the workspace's order", (look) => ({
  ...look,
  sort: null,
}))
export const groupList = defineLook<ListGroup>('list.group', 'Group', (look, group) => ({
  ...look,
  group,
}))
export const toggleColumn = defineLook<ListColumn>(
  'list.column',
  'Show or hide a column',
  withColumn,
)

export const compactList = defineAction<Board>({
  id: 'list.compact',
  title: 'Compact or comfortable rows',
  group: 'List',
  words: 'density height',
  run: ({ state }) => {
    const { list } = state.get()
    if (list) changeBoard({ list: { ...list, compact: !list.compact } })
  },
})

/** Folds a group of the list, or unfolds it. */
export const foldGroup = defineAction<{ readonly board: Board; readonly group: string }>({
  id: 'list.foldGroup',
  title: 'Fold or unfold a group',
  group: 'List',
  keysOnly: true,
  run: ({ board: { state }, group }) => {
    const folded = new Set(state.get().folded)
    if (!folded.delete(group)) folded.add(group)
    state.set({ folded })
  },
})

/** What the keys that lead sideways on a board do in a list. */
const foldFocused = defineAction<Board>({
  id: 'list.foldFocused',
  title: 'Fold the group in focus',
  group: 'List',
  keys: ['ArrowLeft', 'H'],
  when: isGrouped,
  run: ({ state, groupOf }) => {
    const { focus, folded } = state.get()
    const group = focus === null ? null : groupOf(focus)
    if (group !== null) state.set({ folded: new Set([...folded, group]), grab: true })
  },
})

const unfoldAll = defineAction<Board>({
  id: 'list.unfoldAll',
  title: 'Unfold all groups',
  group: 'List',
  keys: ['ArrowRight', 'L'],
  when: isGrouped,
  run: ({ state }) => state.set({ folded: NOTHING, grab: true }),
})

/** What keys do in a list alone. */
export const LIST_ACTIONS = [compactList, foldFocused, unfoldAll]

const NOTHING: ReadonlySet<string> = new Set()

function isGrouped({ state }: Board): boolean {
  const { list, hand } = state.get()
  return list !== null && list.group !== 'none' && hand.kind === 'empty'
}

function defineLook<Choice>(
  id: string,
  title: string,
  change: (look: ListLook, choice: Choice) => ListLook,
) {
  return defineAction<{ readonly board: Board; readonly choice: Choice }>({
    id,
    title,
    group: 'List',
    keysOnly: true,
    run: ({ board, choice }) => {
      const { list } = board.state.get()
      if (list) changeBoard({ list: change(list, choice) })
    },
  })
}
