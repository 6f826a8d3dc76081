import type { ChainedCommands } from '@tiptap/core'

export interface TableChange {
  readonly id: string
  readonly title: string
  readonly danger?: boolean
  readonly run: (chain: ChainedCommands) => boolean
}

/** What can be done to the table at the caret, in groups. */
export const TABLE_CHANGES: readonly (readonly TableChange[])[] = [
  [
    { id: 'addRowBefore', title: 'Add row above', run: (chain) => chain.addRowBefore().run() },
    { id: 'addRowAfter', title: 'Add row below', run: (chain) => chain.addRowAfter().run() },
    {
      id: 'addColumnBefore',
      title: 'Add column left',
      run: (chain) => chain.addColumnBefore().run(),
    },
    {
      id: 'addColumnAfter',
      title: 'Add column right',
      run: (chain) => chain.addColumnAfter().run(),
    },
  ],
  [
    {
      id: 'toggleHeaderRow',
      title: 'Header row on or off',
      run: (chain) => chain.toggleHeaderRow().run(),
    },
    {
      id: 'toggleHeaderColumn',
      title: 'Header column on or off',
      run: (chain) => chain.toggleHeaderColumn().run(),
    },
  ],
  [
    { id: 'deleteRow', title: 'Delete row', danger: true, run: (chain) => chain.deleteRow().run() },
    {
      id: 'deleteColumn',
      title: 'Delete column',
      danger: true,
      run: (chain) => chain.deleteColumn().run(),
    },
    {
      id: 'deleteTable',
      title: 'Delete table',
      danger: true,
      run: (chain) => chain.deleteTable().run(),
    },
  ],
]
