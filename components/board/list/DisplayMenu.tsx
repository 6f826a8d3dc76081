'use client'

import { SlidersHorizontal } from 'lucide-react'
import { runAction } from '#components/actions/index.ts'
import { useWide } from '#components/cards/useWide.ts'
import {
  LIST_COLUMNS,
  LIST_GROUPS,
  LIST_SORTS,
  type ListGroup,
  type ListLook,
  type ListSort,
} from '#components/shell/listLook.ts'
import { Button } from '#components/ui/Button.tsx'
import { Menu, MenuCheckbox, MenuChoices, MenuGroup, MenuLine } from '#components/ui/Menu.tsx'
import { useBoard } from '../board.ts'
import { COLUMN_FRAMES } from './columns.ts'
import { compactList, groupList, orderList, sortList, toggleColumn } from './listActions.ts'

const GROUP_NAMES: Record<ListGroup, string> = {
  none: 'Nothing',
  stage: 'Stage',
  theme: 'Theme',
  by: 'Who captured it',
  age: 'Age in its stage',
}

/** How the list is looked at: groups, order, columns, height of the rows. */
export function DisplayMenu({ look }: { readonly look: ListLook }) {
  // Where there are headings, they sort.
  const wide = useWide()
  const board = useBoard()
  return (
    <Menu
      trigger={
        <Button look="quiet" size="small" icon={<SlidersHorizontal aria-hidden size={14} />}>
          <span className="max-sm:sr-only">Display</span>
        </Button>
      }
    >
      <MenuChoices<ListGroup>
        heading="Group by"
        value={look.group}
        choices={LIST_GROUPS.map((value) => ({ value, label: GROUP_NAMES[value] }))}
        onChoose={(choice) => runAction(groupList, { board, choice })}
      />
      {wide ? null : (
        <>
          <MenuLine />
          <MenuChoices<ListSort | 'none'>
            heading="Sort by"
            value={look.sort?.by ?? 'none'}
            choices={[
              { value: 'none', label: "The workspace's order" },
              ...LIST_SORTS.map((value) => ({ value, label: nameOf(value) })),
            ]}
            onChoose={(choice) =>
              choice === 'none'
                ? runAction(orderList, { board, choice: null })
                : runAction(sortList, { board, choice })
            }
          />
        </>
      )}
      <MenuLine />
      <MenuGroup heading="Rows">
        <MenuCheckbox checked={look.compact} onChange={() => runAction(compactList, board)}>
          Compact
        </MenuCheckbox>
      </MenuGroup>
      <MenuLine />
      <MenuGroup heading="Columns">
        {LIST_COLUMNS.map((column) => (
          <MenuCheckbox
            key={column}
            checked={look.columns.includes(column)}
            onChange={() => runAction(toggleColumn, { board, choice: column })}
          >
            {COLUMN_FRAMES[column].name}
          </MenuCheckbox>
        ))}
      </MenuGroup>
    </Menu>
  )
}

function nameOf(sort: ListSort): string {
  if (sort === 'key') return 'Key'
  return sort === 'title' ? 'Title' : COLUMN_FRAMES[sort].name
}
