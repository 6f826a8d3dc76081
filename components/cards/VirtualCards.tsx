'use client'

import {
  createContext,
  type CSSProperties,
  type ReactElement,
  type ReactNode,
  use,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react'
import { Virtualizer, type VirtualizerHandle } from 'virtua'
import { classes } from '#components/ui/classes.ts'
import type { ListFocus } from './listFocus.ts'

export interface VirtualCardsProps<Card> {
  /** What `data-list` calls it. */
  readonly name: string
  readonly label: string
  readonly cards: readonly Card[]
  /** What most cards measure, in pixels. What is mounted is measured for itself. */
  readonly height: number
  readonly focus: ListFocus
  /** Whether it is a story, which has a place among the others, or a line between them. All are, if absent. */
  readonly isStory?: (card: Card) => boolean
  /** `entrance`: Tab reaches the list here. */
  readonly children: (card: Card, entrance: boolean, index: number) => ReactElement
  /** Shown when there are no cards. */
  readonly empty: ReactNode
  /** What is around all cards and around each, where they are the rows of a table; a list and its items if absent. */
  readonly around?: { readonly all: typeof List; readonly each: typeof Item }
  readonly className?: string
}

/**
 * A list of cards. Only those near the screen are mounted (UX3), and the one that Tab reaches wherever it is, so that
 * the keyboard never loses its place.
 */
export function VirtualCards<Card extends { readonly id: string }>({
  name,
  label,
  cards,
  height,
  focus: { focused, wanted, revealed, onRevealed },
  isStory,
  children,
  empty,
  around = AS_LIST,
  className,
}: VirtualCardsProps<Card>) {
  const list = useRef<VirtualizerHandle>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const places = useMemo(() => placesOf(cards, isStory), [cards, isStory])
  const focusedIndex = focused === null ? -1 : cards.findIndex(({ id }) => id === focused)
  const revealedIndex = revealed === null ? -1 : cards.findIndex(({ id }) => id === revealed)
  // Every list can be reached by Tab: by its focused card, else by its first.
  const entrance = focusedIndex === -1 ? places.first : focusedIndex
  const keepMounted = useMemo(
    () => (entrance < cards.length ? [entrance] : []),
    [entrance, cards.length],
  )

  useLayoutEffect(() => {
    if (!wanted || focusedIndex === -1) return
    list.current?.scrollToIndex(focusedIndex, { align: 'nearest' })
    scroller.current?.closest('section')?.scrollIntoView({ inline: 'nearest', block: 'nearest' })
  }, [wanted, focusedIndex])

  useEffect(() => {
    if (revealedIndex === -1) return
    list.current?.scrollToIndex(revealedIndex, { align: 'nearest' })
    scroller.current?.closest('section')?.scrollIntoView({ inline: 'nearest', block: 'nearest' })
    onRevealed()
  }, [revealedIndex, onRevealed])

  return (
    <div
      ref={scroller}
      data-list={name}
      className={classes(
        'min-h-0 flex-1 overflow-y-auto overscroll-y-contain [scrollbar-width:thin]',
        className,
      )}
    >
      {cards.length === 0 ? (
        empty
      ) : (
        <Places value={places}>
          <ListLabel value={label}>
            <Virtualizer
              ref={list}
              scrollRef={scroller}
              data={cards}
              as={around.all}
              item={around.each}
              itemSize={height}
              keepMounted={keepMounted}
            >
              {(card, index) => children(card, index === entrance, index)}
            </Virtualizer>
          </ListLabel>
        </Places>
      )}
    </div>
  )
}

/** Where each card of a list stands among its stories, 1 is the first; null for a line between them. */
interface PlacesOfList {
  readonly positions: readonly (number | null)[]
  readonly size: number
  /** The index of the first story. */
  readonly first: number
}

function placesOf<Card>(
  cards: readonly Card[],
  isStory: (card: Card) => boolean = () => true,
): PlacesOfList {
  let size = 0
  const positions = cards.map((card) => (isStory(card) ? (size += 1) : null))
  return { positions, size, first: Math.max(0, positions.indexOf(1)) }
}

const Places = createContext<PlacesOfList>({ positions: [], size: 0, first: 0 })
const ListLabel = createContext('')

export interface SlotProps {
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
  const { positions, size } = use(Places)
  const position = positions[index] ?? null
  return (
    <li
      ref={ref}
      style={style}
      {...(position === null ? {} : { 'aria-posinset': position, 'aria-setsize': size })}
    >
      {children}
    </li>
  )
}

const AS_LIST = { all: List, each: Item }
