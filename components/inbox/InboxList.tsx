'use client'

import { Inbox } from 'lucide-react'
import {
  createContext,
  type CSSProperties,
  type FocusEvent,
  type ReactNode,
  type Ref,
  type RefObject,
  use,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { Virtualizer, type VirtualizerHandle } from 'virtua'
import { useTranslations } from 'use-intl/react'
import { type ReadyArea, useActions } from '#components/actions/index.ts'
import { useWorkspaceClient } from '#components/session/hooks.ts'
import { Link } from '#components/shell/Link.tsx'
import { BOARD } from '#components/shell/routes.ts'
import { buttonClasses } from '#components/ui/buttonClasses.ts'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import type { InboxItem } from '#lib/domain/inbox/item.ts'
import { InboxRow } from './InboxRow.tsx'
import { itemActions, type ItemTarget } from './inboxActions.ts'

/** What most rows measure before they are drawn, in pixels. */
const ROW_HEIGHT = 72

/**
 * Stories of the inbox, the newest first, however many: rows near the screen are drawn. J and K walk them, Enter opens, E and
 * U mark as done and as new.
 */
export function InboxList({
  tab,
  items,
  area,
  now,
  scroller,
}: {
  readonly tab: 'new' | 'done'
  readonly items: readonly InboxItem[]
  readonly area: ReadyArea
  readonly now: number
  /** What the list scrolls in. */
  readonly scroller: RefObject<HTMLElement | null>
}) {
  const t = useTranslations('inbox')
  const client = useWorkspaceClient()
  const place = useRef<HTMLDivElement>(null)
  const list = useRef<VirtualizerHandle>(null)
  const [focused, setFocused] = useState<string | null>(null)
  /** A row that is to have the focus once it is drawn. */
  const [wanted, setWanted] = useState<string | null>(null)
  const letGo = useCallback(() => setWanted(null), [])
  const margin = useDistance(scroller, place)
  const order = useMemo(() => items.map(({ id }) => id), [items])
  const targetOf = (item: InboxItem): ItemTarget => ({
    client,
    item,
    order,
    isFocused: item.id === (wanted ?? focused),
    focus: setWanted,
  })
  const wantedAt = wanted === null ? -1 : order.indexOf(wanted)
  // A key works at once on what comes first, and on a row that is about to have the focus.
  const current =
    wantedAt === -1 ? Math.max(0, focused === null ? 0 : order.indexOf(focused)) : wantedAt
  const item = items[current]
  useActions(itemActions, item ? targetOf(item) : null, {
    about: item ? (item.key ?? item.title) : null,
    layer: 'focus',
  })
  useLayoutEffect(() => {
    // The list knows where the row will be once those above it are measured; the browser only where it is drawn now.
    if (wantedAt !== -1) list.current?.scrollToIndex(wantedAt, { align: 'nearest' })
  }, [wantedAt])
  if (items.length === 0) return tab === 'new' ? <NothingNew /> : <NothingDone />
  const onFocus = ({ target }: FocusEvent<HTMLElement>) => {
    const row = target.closest<HTMLElement>('[data-inbox-row]')
    if (row) setFocused(row.dataset['inboxRow'] ?? null)
  }
  return (
    <div
      ref={place}
      onFocus={onFocus}
      className="overflow-hidden rounded-card border bg-surface [&_li+li]:border-t"
    >
      <InList value={{ size: items.length, label: t(`list.${tab}`) }}>
        <Virtualizer
          ref={list}
          scrollRef={scroller}
          startMargin={margin}
          data={items}
          as={List}
          item={Item}
          itemSize={ROW_HEIGHT}
          // The row that Tab reaches stays, wherever one has scrolled to; the next one must be there to be reached.
          keepMounted={[current].filter((index) => index < items.length)}
        >
          {(one, index) => (
            <InboxRow
              key={one.id}
              target={targetOf(one)}
              area={area}
              now={now}
              entrance={index === current}
              wanted={one.id === wanted}
              onFocused={letGo}
            />
          )}
        </Virtualizer>
      </InList>
    </div>
  )
}

/** How far below the top of what scrolls an element begins, in pixels. */
function useDistance(
  scroller: RefObject<HTMLElement | null>,
  place: RefObject<HTMLElement | null>,
): number {
  const [distance, setDistance] = useState(0)
  useLayoutEffect(() => {
    const [outer, inner] = [scroller.current, place.current]
    if (!outer || !inner) return
    const measure = () => {
      const above = inner.getBoundingClientRect().top - outer.getBoundingClientRect().top
      setDistance(Math.round(above + outer.scrollTop))
    }
    measure()
    // What stands above it comes and goes.
    const observer = new ResizeObserver(measure)
    observer.observe(outer)
    if (inner.parentElement) observer.observe(inner.parentElement)
    return () => observer.disconnect()
  }, [scroller, place])
  return distance
}

const InList = createContext({ size: 0, label: '' })

interface SlotProps {
  readonly style: CSSProperties
  readonly children: ReactNode
  readonly ref?: Ref<never>
}

function List({ style, children, ref }: SlotProps) {
  return (
    <ol ref={ref} style={style} aria-label={use(InList).label}>
      {children}
    </ol>
  )
}

function Item({ style, children, ref, index }: SlotProps & { readonly index: number }) {
  return (
    <li ref={ref} style={style} aria-posinset={index + 1} aria-setsize={use(InList).size}>
      {children}
    </li>
  )
}

function NothingNew() {
  const t = useTranslations('inbox')
  return (
    <EmptyState
      icon={<Inbox aria-hidden size={24} />}
      title={t('nothingNew')}
      action={
        <Link to={BOARD} className={buttonClasses('primary')}>
          {t('toRefinement')}
        </Link>
      }
    >
      {t('nothingNewMeans')}
    </EmptyState>
  )
}

function NothingDone() {
  const t = useTranslations('inbox')
  return (
    <EmptyState icon={<Inbox aria-hidden size={24} />} title={t('nothingDone')}>
      {t('nothingDoneMeans')}
    </EmptyState>
  )
}
