'use client'

import { Group, ListFilter, X } from 'lucide-react'
import { lazy, Suspense, useMemo } from 'react'
import { type ReadyArea, runAction } from '#components/actions/index.ts'
import { useStore } from '#components/cards/store.ts'
import { ThemeDot } from '#components/flow/ThemeDot.tsx'
import { textsOf, withTexts } from '#components/language/loaded.ts'
import { isNoFilter } from '#components/shell/boardFilter.ts'
import { PageBar } from '#components/shell/PageBar.tsx'
import { Button } from '#components/ui/Button.tsx'
import { PickerMenu } from '#components/ui/PickerMenu.tsx'
import { useBoard } from './board.ts'
import { chosenIn, filterChoices, filterLines, type FilterChoice } from './filterLines.ts'
import { clearFilter, groupByTheme, openFilter, toggleFilter } from './filterActions.ts'
import type { Lens } from './lens.ts'
import { ViewSwitch } from './ViewSwitch.tsx'

// It comes with the list.
const DisplayMenu = lazy(() =>
  withTexts(import('./list/DisplayMenu.tsx'), ['list']).then((module) => ({
    default: module.DisplayMenu,
  })),
)

/** What the board is looked at through: its controls in the bar, and what is filtered as chips that can be taken away. */
export function FilterBar({ area, lens }: { readonly area: ReadyArea; readonly lens: Lens }) {
  const t = textsOf('board.filter')
  const board = useBoard()
  const list = useStore(board.state, (state) => state.list)
  const filtering = useStore(board.state, (state) => state.filtering)
  // A long board is gone through only while somebody looks.
  const isUsed = filtering || !isNoFilter(lens.filter)
  const choices = useMemo(() => (isUsed ? filterChoices(area) : []), [isUsed, area])
  const chosen = chosenIn(choices, lens.filter)
  return (
    <>
      <PageBar>
        <PickerMenu
          label={t('find')}
          multiple
          open={filtering}
          onOpenChange={(open) => {
            if (open) runAction(openFilter, board)
            else board.state.set({ filtering: false })
          }}
          trigger={
            <Button look="quiet" size="small" icon={<ListFilter aria-hidden size={14} />}>
              {t('open')}
            </Button>
          }
          find={(query) =>
            filterLines(choices, lens.filter, query).map((line) => ({
              ...line,
              icon: dotOf(choices, line.id),
            }))
          }
          empty={(query) => t('nothing', { query })}
          onChoose={({ id }) => runAction(toggleFilter, { board, choice: id })}
        />
        {list ? (
          <Suspense>
            <DisplayMenu look={list} />
          </Suspense>
        ) : (
          <Button
            look="quiet"
            size="small"
            icon={<Group aria-hidden size={14} />}
            aria-pressed={lens.grouping === 'theme'}
            className={lens.grouping === 'theme' ? 'bg-selected text-text' : undefined}
            onClick={() => runAction(groupByTheme, board)}
          >
            <span className="max-sm:sr-only">{t('group')}</span>
          </Button>
        )}
        <span className="flex-1" />
        <ViewSwitch value={list ? 'list' : 'board'} />
      </PageBar>
      {chosen.length > 0 ? <Chips chosen={chosen} /> : null}
    </>
  )
}

function Chips({ chosen }: { readonly chosen: readonly FilterChoice[] }) {
  const t = textsOf('board.filter')
  const board = useBoard()
  return (
    <ul
      aria-label={t('label')}
      className="flex shrink-0 flex-wrap items-center gap-1.5 border-b bg-surface px-3 py-1.5"
    >
      {chosen.map(({ id, facet, title, colour }) => (
        <li key={id}>
          <button
            type="button"
            aria-label={t('takeAway', { facet, title })}
            onClick={() => runAction(toggleFilter, { board, choice: id })}
            className="target flex h-control-small items-center gap-1.5 rounded-button border bg-sunken px-2 text-label hover:bg-hover"
          >
            <span className="text-subtle">{facet}</span>
            {colour === undefined ? null : <ThemeDot colour={colour} />}
            <span className="max-w-48 truncate">{title}</span>
            <X aria-hidden size={12} className="text-subtle" />
          </button>
        </li>
      ))}
      <li>
        <Button look="quiet" size="small" onClick={() => runAction(clearFilter, board)}>
          {t('clear')}
        </Button>
      </li>
    </ul>
  )
}

function dotOf(choices: readonly FilterChoice[], id: string) {
  const colour = choices.find((choice) => choice.id === id)?.colour
  return colour === undefined ? undefined : <ThemeDot colour={colour} />
}
