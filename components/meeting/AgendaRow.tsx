'use client'

import { Check, Play } from 'lucide-react'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { type ReadyArea, runAction } from '#components/actions/index.ts'
import { Handle } from '#components/cards/Handle.tsx'
import { clock } from '#components/live/clock.ts'
import type { Room } from '#components/live/room.ts'
import { askInSession } from '#components/live/sessionActions.ts'
import { classes } from '#components/ui/classes.ts'
import { currentStory, spentOn } from '#lib/domain/sessions/clock.ts'
import type { AgendaItem } from '#lib/domain/sessions/session.ts'
import { AgendaMenu } from './AgendaMenu.tsx'
import type { MoveOnAgenda } from './agendaOrder.ts'
import { nameOnAgenda } from './nameOnAgenda.ts'
import { TimeBoxField } from './TimeBoxField.tsx'

export interface AgendaRowProps {
  readonly item: AgendaItem
  /** Behind which story it comes when it moves up (null: it is first then) or down; undefined: it cannot. */
  readonly above: string | null | undefined
  readonly below: string | undefined
  readonly room: Room
  readonly area: ReadyArea
  readonly now: number
  readonly isLifted: boolean
  readonly isLiftable: boolean
  readonly move: MoveOnAgenda
}

/** One story of an agenda, with its time. */
export function AgendaRow(row: AgendaRowProps) {
  const t = useTranslations('meeting')
  const { item, room, area, now, isLifted, isLiftable } = row
  const { session } = room
  const [isTiming, setTiming] = useState(false)
  const element = useRef<HTMLLIElement>(null)
  const isCurrent = currentStory(session) === item.story
  const spent = spentOn(session, item, now)
  const name = nameOnAgenda(area, item.story)
  return (
    <li
      ref={element}
      data-card={item.story}
      aria-current={isCurrent ? 'step' : undefined}
      className={classes(
        'flex min-h-10 items-center gap-2 rounded-control px-2 py-1',
        isCurrent ? 'bg-selected font-medium' : 'inert:bg-surface',
        isLiftable && 'select-none not-coarse:cursor-grab',
        isLifted && 'opacity-40',
      )}
    >
      {isLiftable ? <Handle className="-ms-2 hidden h-11 w-7 coarse:flex" /> : null}
      <span className="inline-flex w-4 shrink-0 justify-center">
        {item.outcome ? (
          <Check aria-hidden size={14} className="text-ready" />
        ) : isCurrent ? (
          <Play aria-hidden size={14} className="text-accent-text" />
        ) : null}
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate text-interface" title={name}>
          {name}
        </span>
        {isTiming ? (
          <TimeBoxField
            story={name}
            minutes={item.minutes}
            onDone={(minutes) => {
              setTiming(false)
              element.current?.querySelector('button')?.focus()
              if (minutes === null || minutes === item.minutes) return
              const command = { type: 'setTimeBox', story: item.story, minutes } as const
              runAction(askInSession, { room, command })
            }}
          />
        ) : (
          <span className="block text-label text-muted">
            {item.outcome
              ? `${t(`agenda.became.${item.outcome.kind as 'ready'}`)} · ${clock(spent)}`
              : spent > 0
                ? t('agenda.spent', { spent: clock(spent), minutes: item.minutes })
                : t('agenda.minutes', { minutes: item.minutes })}
          </span>
        )}
      </span>
      <AgendaMenu
        {...row}
        name={name}
        onTiming={() => setTiming(true)}
        returnFocusTo={() =>
          element.current?.querySelector<HTMLElement>('input, button') ?? document.body
        }
      />
    </li>
  )
}
