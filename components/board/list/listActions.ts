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
export const sortList = defineLook<ListSort>('list.sort', withSort)
export const orderList = defineLook<null>('list.order', (look) => ({
  ...look,
  sort: null,
}))
export const groupList = defineLook<ListGroup>('list.group', (look, group) => ({
  ...look,
  group,
}))
export const toggleColumn = defineLook<ListColumn>('list.column', withColumn)

export const compactList = defineAction<Board>({
  id: 'list.compact',
  group: 'List',
  run: ({ state }) => {
    const { list } = state.get()
    if (list) changeBoard({ list: { ...list, compact: !list.compact } })
  },
})

/** Folds a group of the list, or unfolds it. */
export const foldGroup = defineAction<{ readonly board: Board; readonly group: string }>({
  id: 'list.foldGroup',
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

function defineLook<Choice>(id: string, change: (look: ListLook, choice: Choice) => ListLook) {
  return defineAction<{ readonly board: Board; readonly choice: Choice }>({
    id,
    group: 'List',
    keysOnly: true,
    run: ({ board, choice }) => {
      const { list } = board.state.get()
      if (list) changeBoard({ list: change(list, choice) })
    },
  })
}
