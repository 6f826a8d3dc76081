'use client'

import { useCallback, useLayoutEffect, useMemo, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { runAction, useActions } from '#components/actions/index.ts'
import { type DragEvents, useDrag } from '#components/cards/drag/useDrag.ts'
import { forecastsOf } from '#components/cards/pace/forecasts.ts'
import type { FillTarget } from '#components/cards/pace/fillActions.ts'
import { Flip, type LetGo } from '#components/cards/Flip.tsx'
import { useListFocus } from '#components/cards/listFocus.ts'
import { useStore } from '#components/cards/store.ts'
import { useStill } from '#components/cards/useStill.ts'
import { VirtualCards } from '#components/cards/VirtualCards.tsx'
import { afterRemoval, type Lists, spotOf } from '#components/cards/walk.ts'
import { refusalIn } from '#components/language/refusalText.ts'
import { useCan } from '#components/session/hooks.ts'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { dateOf } from '#components/ui/dates.ts'
import { LockedNote } from '#components/ui/LockedNote.tsx'
import { useNow } from '#components/ui/useNow.ts'
import type { TeamStory } from '#lib/domain/story.ts'
import type { Planned } from '../planned.ts'
import { CapacityBar } from './CapacityBar.tsx'
import { rankBehind, rankByOne, rankToEnd, walk } from './orderActions.ts'
import type { Ordering } from './ordering.ts'
import { OrderRow } from './OrderRow.tsx'
import { openOf, useOrdering } from './useOrdering.ts'

const LIST = 'order'
const ROW_HEIGHT = 49
const STORY_ACTIONS = [...rankByOne, ...rankToEnd]

/** The backlog in the team's order, to be changed while everybody in the session watches. */
export function OrderPane({
  planned: { team, backlog },
  fill,
}: {
  readonly planned: Planned
  readonly fill: FillTarget
}) {
  const t = useTranslations('planning.order')
  const ordering = useOrdering(team.id)
  const { state } = ordering
  const now = useNow()
  const { dates } = forecastsOf(team, backlog, now)
  const pressed = useStore(state, (now) => now.pressed)
  const open = useMemo(() => openOf(backlog.stories, team), [backlog.stories, team])
  const rows = useStill(pressed, open)
  const root = useRef<HTMLDivElement>(null)
  const letGo = useRef<LetGo | null>(null)
  const ids = useMemo(() => new Set(rows.map(({ id }) => id)), [rows])
  const has = useCallback((story: string) => ids.has(story), [ids])
  const listFocus = useListFocus(state, has, mayTakeFocus)
  const focus = useStore(state, (now) => now.focus)
  const said = useStore(state, (now) => now.said)
  const story = rows.find(({ id }) => id === focus)
  const first = rows[0]
  const no = useCan(first ? { type: 'rankStory', story: first.id, place: { after: null } } : null)
  useActions(walk, ordering)
  useActions(STORY_ACTIONS, story ? { ordering, story } : null, {
    about: story?.key ?? null,
    layer: 'focus',
  })
  useKeptFocus(ordering, rows)
  useRowDrag(ordering, root, rows, no === null, letGo)
  return (
    <div ref={root} className="flex min-h-0 flex-1 flex-col">
      <CapacityBar team={team} fill={fill} />
      <div className="px-4 pt-3 md:px-8">
        {no ? (
          <LockedNote reason={refusalIn(no)} />
        ) : (
          <p className="pb-2 text-label text-muted max-md:sr-only">{t('means')}</p>
        )}
      </div>
      <section data-column={LIST} aria-label={t('title')} className="flex min-h-0 flex-1 flex-col">
        <VirtualCards
          name={LIST}
          label={t('title')}
          cards={rows}
          height={ROW_HEIGHT}
          focus={listFocus}
          empty={<EmptyState title={t('none')}>{t('noneMeans')}</EmptyState>}
          className="border-t"
        >
          {(row, entrance, index) => (
            <OrderRow
              key={row.id}
              ordering={ordering}
              story={row}
              forecast={dates.get(row.id)}
              today={dateOf(now)}
              step={team.steps.find(({ id }) => id === row.step)?.name ?? ''}
              position={index + 1}
              all={rows.length}
              entrance={entrance}
              mayOrder={no === null}
            />
          )}
        </VirtualCards>
      </section>
      <p role="status" className="sr-only">
        {said}
      </p>
      <Flip board={root} stamp={rows} dropped={letGo} />
    </div>
  )
}

/** When the story with the tab stop is gone, the next one has it (UX8). */
function useKeptFocus({ state }: Ordering, rows: readonly TeamStory[]): void {
  const before = useRef<Lists>([])
  useLayoutEffect(() => {
    const lists = [{ stories: rows }]
    const { focus } = state.get()
    if (focus !== null && !spotOf(lists, focus)) {
      state.set({ focus: afterRemoval(before.current, lists, focus) })
    }
    before.current = lists
  }, [state, rows])
}

function useRowDrag(
  ordering: Ordering,
  root: React.RefObject<HTMLElement | null>,
  rows: readonly TeamStory[],
  mayOrder: boolean,
  letGo: React.RefObject<LetGo | null>,
): void {
  const { state } = ordering
  const events: DragEvents<TeamStory, typeof LIST> = {
    storyOf: (id) => (mayOrder ? rows.find((row) => row.id === id) : undefined),
    columnOf: (name) => (name === LIST ? LIST : undefined),
    storiesIn: () => rows,
    whyNot: () => null,
    onPress: (pressed) => state.set({ pressed }),
    onLift: ({ id }) => state.set({ focus: id, lifted: id }),
    onDrop: (story, _, place, box) => {
      state.set({ lifted: null })
      letGo.current = { story: story.id, box }
      const after = place ? place.after : (rows.at(-1)?.id ?? null)
      runAction(rankBehind, { ordering, story, after })
    },
    onCancel: () => state.set({ lifted: null, grab: true }),
  }
  useDrag(root, events)
}

/** Not while a pointer is pressed: the list scrolls to what takes the focus (UX14). */
function mayTakeFocus({ grab, pressed }: { readonly grab: boolean; readonly pressed: boolean }) {
  return grab && !pressed
}
