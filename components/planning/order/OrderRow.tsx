'use client'

import { ArrowDown, ArrowDownToLine, ArrowUp, ArrowUpToLine, Ellipsis } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { type Action, availability, runAction } from '#components/actions/index.ts'
import { Handle } from '#components/cards/Handle.tsx'
import { useCardFocus } from '#components/cards/listFocus.ts'
import { ForecastDay } from '#components/cards/pace/ForecastDay.tsx'
import { useStore } from '#components/cards/store.ts'
import { StoryKey } from '#components/cards/StoryKey.tsx'
import { classes } from '#components/ui/classes.ts'
import { IconButton } from '#components/ui/IconButton.tsx'
import { Menu, MenuItem } from '#components/ui/Menu.tsx'
import type { Forecast } from '#lib/domain/forecast.ts'
import type { TeamStory } from '#lib/domain/story.ts'
import { Size } from '../Queue.tsx'
import { rankByOne, rankToEnd } from './orderActions.ts'
import type { Ordering, OrderTarget } from './ordering.ts'

/** A story in the team's order: where it stands, its size, and where it can go. */
export function OrderRow({
  ordering,
  story,
  forecast,
  today,
  step,
  position,
  all,
  entrance,
  mayOrder,
}: {
  readonly ordering: Ordering
  readonly story: TeamStory
  /** When it is likely to be done; absent where nobody can say. */
  readonly forecast: Forecast | undefined
  /** `YYYY-MM-DD`. */
  readonly today: string
  /** The name of its step. */
  readonly step: string
  readonly position: number
  readonly all: number
  /** Tab reaches the list here. */
  readonly entrance: boolean
  readonly mayOrder: boolean
}) {
  const t = useTranslations('planning.order')
  const { state } = ordering
  const { id, key, title, size } = story
  const element = useRef<HTMLElement>(null)
  const wanted = useStore(state, ({ focus, grab }) => grab && focus === id)
  const isLifted = useStore(state, ({ lifted }) => lifted === id)
  useCardFocus(state, element, wanted)
  const name = [key, title].filter(Boolean).join(' ')
  return (
    <article
      ref={element}
      data-card={id}
      tabIndex={entrance ? 0 : -1}
      aria-label={[
        t('label', { name, position, all }),
        size === null ? t('noSize') : t('size', { size }),
        step,
      ]
        .filter(Boolean)
        .join(', ')}
      onFocus={() => state.set({ focus: id })}
      className={classes(
        'flex min-h-12 items-center gap-2 border-b bg-surface px-3 py-1 select-none hover:bg-hover/60 focus-visible:outline-2 focus-visible:-outline-offset-2 md:px-6',
        isLifted && 'opacity-40',
      )}
    >
      <Handle
        className={classes('-ms-1 h-8 w-5 coarse:h-11 coarse:w-7', !mayOrder && 'invisible')}
      />
      <span
        aria-hidden
        className="w-6 shrink-0 text-center text-label text-subtle tabular-nums 2xl:text-body"
      >
        {position}
      </span>
      <StoryKey story={story} className="w-14 shrink-0 truncate max-md:hidden" />
      <h3
        title={title}
        className="line-clamp-2 min-w-0 flex-1 text-interface font-normal wrap-anywhere 2xl:text-body"
      >
        {title}
      </h3>
      <span className="max-w-28 shrink-0 truncate text-label text-muted max-2xl:hidden">
        {step}
      </span>
      {forecast ? (
        <ForecastDay
          p50={forecast.p50}
          p85={forecast.p85}
          today={today}
          className="w-20 text-end max-md:hidden 2xl:text-body"
        />
      ) : null}
      <Size size={size} />
      {mayOrder ? <PlaceMenu target={{ ordering, story }} name={name} /> : null}
    </article>
  )
}

function PlaceMenu({ target, name }: { readonly target: OrderTarget; readonly name: string }) {
  const t = useTranslations('planning.order')
  const [up, down] = rankByOne
  const [top, bottom] = rankToEnd
  const lines: readonly [Action<OrderTarget> | undefined, string, ReactNode][] = [
    [up, t('up'), <ArrowUp key="up" aria-hidden size={14} />],
    [down, t('down'), <ArrowDown key="down" aria-hidden size={14} />],
    [top, t('top'), <ArrowUpToLine key="top" aria-hidden size={14} />],
    [bottom, t('bottom'), <ArrowDownToLine key="bottom" aria-hidden size={14} />],
  ]
  return (
    <Menu
      align="end"
      trigger={
        <IconButton size="small" label={t('menu', { story: name })}>
          <Ellipsis aria-hidden size={16} />
        </IconButton>
      }
    >
      {lines.map(([action, label, icon]) => {
        const can = action ? availability(action, target) : null
        if (!action || can?.kind === 'hidden') return null
        return (
          <MenuItem key={action.id} icon={icon} onSelect={() => void runAction(action, target)}>
            {label}
          </MenuItem>
        )
      })}
    </Menu>
  )
}
