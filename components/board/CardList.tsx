'use client'

import { type ReactNode, useCallback, useMemo } from 'react'
import { ThemeDot } from '#components/flow/ThemeDot.tsx'
import { useListFocus } from '#components/cards/listFocus.ts'
import { VirtualCards } from '#components/cards/VirtualCards.tsx'
import { textsOf } from '#components/language/loaded.ts'
import { inDigits } from '#components/language/pageLanguage.ts'
import type { Stage } from '#lib/domain/stage.ts'
import { useBoard } from './board.ts'
import { mayTakeFocus } from './boardState.ts'
import { Card } from './Card.tsx'
import { type Heading, isHeading, isQuietLine, type Row } from './groups.ts'
import { Quiet } from './Quiet.tsx'

/** What most cards measure, in pixels: two lines of title. */
const CARD_HEIGHT = 92

/** The cards of a column. */
export function CardList({
  stage,
  rows,
  label,
  children,
}: {
  readonly stage: Stage
  /** The stories, and the headings between them where they are grouped. */
  readonly rows: readonly Row[]
  readonly label: string
  /** Shown when there are no cards. */
  readonly children: ReactNode
}) {
  const { state } = useBoard()
  const ids = useMemo(() => new Set(rows.map(({ id }) => id)), [rows])
  const has = useCallback((story: string) => ids.has(story), [ids])
  const focus = useListFocus(state, has, mayTakeFocus)
  return (
    <VirtualCards
      name={stage}
      label={label}
      cards={rows}
      isStory={isStory}
      height={CARD_HEIGHT}
      focus={focus}
      empty={children}
      className="px-2"
    >
      {(row, entrance) =>
        isHeading(row) ? (
          <GroupHeading key={row.id} heading={row} />
        ) : isQuietLine(row) ? (
          <Quiet key={row.id} stage={stage} line={row} />
        ) : (
          // The list measures what is in a row: the space between cards has to be inside.
          <div key={row.id} className="pb-2">
            <Card story={row} entrance={entrance} />
          </div>
        )
      }
    </VirtualCards>
  )
}

function isStory(row: Row): boolean {
  return !isHeading(row) && !isQuietLine(row)
}

/** Above the stories of one theme. A card dropped on it becomes the first of them. */
function GroupHeading({ heading: { id, theme, count } }: { readonly heading: Heading }) {
  return (
    <h3
      data-card={id}
      className="flex h-8 items-center gap-2 px-2 text-label font-medium text-muted"
    >
      {theme ? <ThemeDot colour={theme.colour} /> : null}
      <span className="truncate">{theme?.name ?? textsOf('board')('noTheme')}</span>
      <span className="font-normal text-subtle tabular-nums">{inDigits(count)}</span>
    </h3>
  )
}
