'use client'

import {
  createContext,
  type CSSProperties,
  type ReactNode,
  use,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react'
import { Virtualizer, type VirtualizerHandle } from 'virtua'
import type { Stage } from '#lib/domain/stage.ts'
import type { Story } from '#lib/domain/story.ts'
import { useBoard } from './board.ts'
import { mayTakeFocus } from './boardState.ts'
import { Card } from './Card.tsx'
import { useStore } from './store.ts'

/** What most cards measure, in pixels: two lines of title. What is mounted is measured for itself. */
const CARD_HEIGHT = 92

/**
 * The cards of a column. Only those near the screen are mounted (UX3), and the one that Tab reaches wherever it is, so
 * that the keyboard never loses its place.
 */
export function CardList({
  stage,
  stories,
  label,
  children,
}: {
  readonly stage: Stage
  readonly stories: readonly Story[]
  readonly label: string
  /** Shown when there are no cards. */
  readonly children: ReactNode
}) {
  const { state } = useBoard()
  const list = useRef<VirtualizerHandle>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const indexes = useMemo(() => new Map(stories.map(({ id }, index) => [id, index])), [stories])
  const focused = useStore(state, ({ focus }) => (focus === null ? -1 : (indexes.get(focus) ?? -1)))
  const wanted = useStore(
    state,
    (now) => now.focus !== null && mayTakeFocus(now) && indexes.has(now.focus),
  )
  const revealed = useStore(state, (now) =>
    now.revealed === null ? -1 : (indexes.get(now.revealed) ?? -1),
  )
  // Every list can be reached by Tab: by its focused card, else by its first.
  const entrance = focused === -1 ? 0 : focused
  const keepMounted = useMemo(
    () => (entrance < stories.length ? [entrance] : []),
    [entrance, stories.length],
  )

  useLayoutEffect(() => {
    if (!wanted || focused === -1) return
    list.current?.scrollToIndex(focused, { align: 'nearest' })
    scroller.current?.closest('section')?.scrollIntoView({ inline: 'nearest', block: 'nearest' })
  }, [wanted, focused])

  useEffect(() => {
    if (revealed === -1) return
    list.current?.scrollToIndex(revealed, { align: 'nearest' })
    state.set({ revealed: null })
  }, [revealed, state])

  return (
    <div
      ref={scroller}
      data-list={stage}
      className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-2 [scrollbar-width:thin]"
    >
      {stories.length === 0 ? (
        children
      ) : (
        <SetSize value={stories.length}>
          <ListLabel value={label}>
            <Virtualizer
              ref={list}
              scrollRef={scroller}
              data={stories}
              as={List}
              item={Item}
              itemSize={CARD_HEIGHT}
              keepMounted={keepMounted}
            >
              {(story, index) => (
                <Card key={story.id} story={story} entrance={index === entrance} />
              )}
            </Virtualizer>
          </ListLabel>
        </SetSize>
      )}
    </div>
  )
}

const SetSize = createContext(0)
const ListLabel = createContext('')

interface SlotProps {
  readonly style: CSSProperties
  readonly children: ReactNode
  readonly ref?: React.Ref<never>
}

function List({ style, children, ref }: SlotProps) {
  return (
    <ul ref={ref} style={style} aria-label={use(ListLabel)}>
      {children}
    </ul>
  )
}

function Item({ style, children, ref, index }: SlotProps & { readonly index: number }) {
  return (
    <li ref={ref} style={style} aria-posinset={index + 1} aria-setsize={use(SetSize)}>
      {/* virtua measures the content of a row: the space between cards has to be inside. */}
      <div className="pb-2">{children}</div>
    </li>
  )
}
