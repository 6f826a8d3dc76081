'use client'

import { SlidersHorizontal } from 'lucide-react'
import { runAction } from '#components/actions/index.ts'
import { useWide } from '#components/cards/useWide.ts'
import { textsOf } from '#components/language/loaded.ts'
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
import { compactList, groupList, orderList, sortList, toggleColumn } from './listActions.ts'

/** How the list is looked at: groups, order, columns, height of the rows. */
export function DisplayMenu({ look }: { readonly look: ListLook }) {
  // Where there are headings, they sort.
  const t = textsOf('list')
  const wide = useWide()
  const board = useBoard()
  return (
    <Menu
      trigger={
        <Button look="quiet" size="small" icon={<SlidersHorizontal aria-hidden size={14} />}>
          <span className="max-sm:sr-only">{t('display')}</span>
        </Button>
      }
    >
      <MenuChoices<ListGroup>
        heading={t('groupBy')}
        value={look.group}
        choices={LIST_GROUPS.map((value) => ({ value, label: t(`groups.${value}`) }))}
        onChoose={(choice) => runAction(groupList, { board, choice })}
      />
      {wide ? null : (
        <>
          <MenuLine />
          <MenuChoices<ListSort | 'none'>
            heading={t('sort')}
            value={look.sort?.by ?? 'none'}
            choices={[
              { value: 'none', label: t('order') },
              ...LIST_SORTS.map((value) => ({ value, label: t(`columns.${value}`) })),
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
      <MenuGroup heading={t('rows')}>
        <MenuCheckbox checked={look.compact} onChange={() => runAction(compactList, board)}>
          {t('compact')}
        </MenuCheckbox>
      </MenuGroup>
      <MenuLine />
      <MenuGroup heading={t('columnsShown')}>
        {LIST_COLUMNS.map((column) => (
          <MenuCheckbox
            key={column}
            checked={look.columns.includes(column)}
            onChange={() => runAction(toggleColumn, { board, choice: column })}
          >
            {t(`columns.${column}`)}
          </MenuCheckbox>
        ))}
      </MenuGroup>
    </Menu>
  )
}
