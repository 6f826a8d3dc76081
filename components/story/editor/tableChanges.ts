import type { ChainedCommands } from '@tiptap/core'

type TableChangeId =
  | `${'addRow' | 'addColumn'}${'Before' | 'After'}`
  | `toggleHeader${'Row' | 'Column'}`
  | `delete${'Row' | 'Column' | 'Table'}`

export interface TableChange {
  /** Its name in the texts. */
  readonly id: TableChangeId
  readonly danger?: boolean
  readonly run: (chain: ChainedCommands) => boolean
}

/** What can be done to the table at the caret, in groups. */
export const TABLE_CHANGES: readonly (readonly TableChange[])[] = [
  [
    {
      id: 'addRowBefore',
      run: (chain) => chain.addRowBefore().run(),
    },
    {
      id: 'addRowAfter',
      run: (chain) => chain.addRowAfter().run(),
    },
    {
      id: 'addColumnBefore',
      run: (chain) => chain.addColumnBefore().run(),
    },
    {
      id: 'addColumnAfter',
      run: (chain) => chain.addColumnAfter().run(),
    },
  ],
  [
    {
      id: 'toggleHeaderRow',
      run: (chain) => chain.toggleHeaderRow().run(),
    },
    {
      id: 'toggleHeaderColumn',
      run: (chain) => chain.toggleHeaderColumn().run(),
    },
  ],
  [
    {
      id: 'deleteRow',
      danger: true,
      run: (chain) => chain.deleteRow().run(),
    },
    {
      id: 'deleteColumn',
      danger: true,
      run: (chain) => chain.deleteColumn().run(),
    },
    {
      id: 'deleteTable',
      danger: true,
      run: (chain) => chain.deleteTable().run(),
    },
  ],
]
