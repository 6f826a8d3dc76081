'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import { runAction } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { pageLanguage, pageLocale } from '#components/language/pageLanguage.ts'
import { classes } from '#components/ui/classes.ts'
import type { ListColumn, ListLook, ListSort } from '#components/shell/listLook.ts'
import { useBoard } from '../board.ts'
import { COLUMN_FRAMES } from './columns.ts'
import { sortList } from './listActions.ts'

/** The headings of the table. A press sorts by one, another press the other way round, a third as the workspace has it. */
export function ListHeader({
  look,
  columns,
  wide,
}: {
  readonly look: ListLook
  readonly columns: readonly ListColumn[]
  /** On a narrow screen the headings are there for assistive technology only; the menu sorts. */
  readonly wide: boolean
}) {
  const t = textsOf('list')
  const key = (
    <Heading
      key="key"
      look={look}
      sort="key"
      name={t('columns.key')}
      wide={wide}
      className="ps-9.5"
    />
  )
  const title = (
    <Heading
      key="title"
      look={look}
      sort="title"
      name={t('columns.title')}
      wide={wide}
      className="px-1"
    />
  )
  return (
    <div
      role="rowgroup"
      className={
        wide
          ? 'shrink-0 overflow-hidden border-b [scrollbar-gutter:stable] [scrollbar-width:thin]'
          : 'sr-only'
      }
    >
      <div
        role="row"
        aria-rowindex={1}
        className="grid h-8 grid-cols-(--columns) items-stretch text-label text-muted"
      >
        {wide ? [key, title] : [title, key]}
        {columns.map((column) => {
          const { sort, isNumber } = COLUMN_FRAMES[column]
          return (
            <Heading
              key={column}
              look={look}
              sort={sort}
              name={t(`columns.${column}`)}
              wide={wide}
              className={isNumber ? 'justify-end px-2' : 'px-2'}
            />
          )
        })}
        <div role="columnheader">
          <span className="sr-only">{t('menu')}</span>
        </div>
      </div>
    </div>
  )
}

function Heading({
  look,
  sort,
  name,
  wide,
  className,
}: {
  readonly look: ListLook
  readonly sort: ListSort | undefined
  readonly name: string
  readonly wide: boolean
  readonly className: string
}) {
  const board = useBoard()
  const isSorted = sort !== undefined && look.sort?.by === sort
  const isDown = isSorted && look.sort?.down === true
  const Arrow = isDown ? ArrowDown : ArrowUp
  const looks = classes('flex h-full w-full min-w-0 items-center gap-1', className)
  return (
    <div
      role="columnheader"
      aria-sort={isSorted ? (isDown ? 'descending' : 'ascending') : undefined}
    >
      {sort === undefined || !wide ? (
        <span className={looks}>{name}</span>
      ) : (
        <button
          type="button"
          title={textsOf('list')('sortBy', { column: inSentence(name) })}
          onClick={() => runAction(sortList, { board, choice: sort })}
          className={classes(
            looks,
            'rounded-control hover:text-text focus-visible:-outline-offset-2',
            isSorted && 'font-medium text-text',
          )}
        >
          <span className="truncate">{name}</span>
          {isSorted ? <Arrow aria-hidden size={12} className="shrink-0" /> : null}
        </button>
      )}
    </div>
  )
}

/** English names columns in small letters within a sentence; where nouns begin with a capital they keep it. */
function inSentence(name: string): string {
  return pageLanguage() === 'de' ? name : name.toLocaleLowerCase(pageLocale())
}
