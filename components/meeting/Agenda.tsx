'use client'

import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { ReadyArea } from '#components/actions/index.ts'
import { Flip, type LetGo } from '#components/cards/Flip.tsx'
import { useStill } from '#components/cards/useStill.ts'
import type { Room } from '#components/live/room.ts'
import { AgendaRow } from './AgendaRow.tsx'
import { mayOrder } from '#components/live/agendaRights.ts'
import { useAgendaOrder } from './agendaOrder.ts'
import { useAgendaDrag } from './useAgendaDrag.ts'

/** The stories of a meeting in their order: which one everybody works on, what became of those before it. */
export function Agenda({
  room,
  area,
  now,
}: {
  readonly room: Room
  readonly area: ReadyArea
  readonly now: number
}) {
  const t = useTranslations('meeting.agenda')
  const root = useRef<HTMLDivElement>(null)
  const letGo = useRef<LetGo | null>(null)
  const { agenda, move, said } = useAgendaOrder(room, area)
  const [isPressed, setPressed] = useState(false)
  const [lifted, setLifted] = useState<string | null>(null)
  const shown = useStill(isPressed, agenda)
  useAgendaDrag({ room, root, letGo, agenda, move, setPressed, setLifted })
  return (
    <div ref={root}>
      <div data-column="agenda">
        {shown.length === 0 ? (
          <p className="text-label text-subtle">{t('none')}</p>
        ) : (
          <ol data-list aria-label={t('title')} className="flex flex-col">
            {shown.map((item, index) => (
              <AgendaRow
                key={item.story}
                item={item}
                above={index === 0 ? undefined : (shown[index - 2]?.story ?? null)}
                below={shown[index + 1]?.story}
                room={room}
                area={area}
                now={now}
                isLifted={lifted === item.story}
                isLiftable={mayOrder(room)}
                move={move}
              />
            ))}
          </ol>
        )}
      </div>
      <Flip board={root} stamp={shown.map(({ story }) => story).join()} dropped={letGo} />
      <p role="status" className="sr-only">
        {said}
      </p>
    </div>
  )
}
