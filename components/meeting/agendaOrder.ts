'use client'

import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { type ReadyArea, runAction } from '#components/actions/index.ts'
import type { Room } from '#components/live/room.ts'
import { askInSession } from '#components/live/sessionActions.ts'
import type { AgendaItem } from '#lib/domain/sessions/session.ts'
import { nameOnAgenda } from './nameOnAgenda.ts'

/** Puts a story behind another one, or first (null). */
export type MoveOnAgenda = (story: string, after: string | null) => void

interface Wish {
  readonly story: string
  readonly after: string | null
  /** The order it was made in: in any other one the server has answered, or somebody was faster. */
  readonly order: string
}

/**
 * Gives the agenda as it is shown, with a move of this person in it before the server has answered; what moves a story; and
 * what is said of the last move to whoever does not see it.
 */
export function useAgendaOrder(room: Room, area: ReadyArea) {
  const t = useTranslations('meeting.agenda')
  const { agenda } = room.session
  const [wish, setWish] = useState<Wish | null>(null)
  const [said, setSaid] = useState('')
  const order = orderOf(agenda)
  const move: MoveOnAgenda = (story, after) => {
    const wished = { story, after, order }
    const place = movedTo(agenda, wished).findIndex((item) => item.story === story) + 1
    setWish(wished)
    setSaid(t('moved', { story: nameOnAgenda(area, story), place, all: agenda.length }))
    runAction(askInSession, {
      room,
      command: { type: 'moveOnAgenda', story, after },
      onAnswer: ({ ok }) => {
        if (ok) return
        setWish(null)
        setSaid('')
      },
    })
  }
  const shown = useMemo(
    () => (wish?.order === order ? movedTo(agenda, wish) : agenda),
    [agenda, wish, order],
  )
  return { agenda: shown, move, said }
}

function movedTo(
  agenda: readonly AgendaItem[],
  { story, after }: Pick<Wish, 'story' | 'after'>,
): readonly AgendaItem[] {
  const item = agenda.find((one) => one.story === story)
  if (!item) return agenda
  const others = agenda.filter((one) => one !== item)
  const at = after === null ? 0 : others.findIndex((one) => one.story === after) + 1
  return [...others.slice(0, at), item, ...others.slice(at)]
}

function orderOf(agenda: readonly AgendaItem[]): string {
  return agenda.map(({ story }) => story).join()
}
