'use client'

import type { RefObject } from 'react'
import { isSamePlace } from '#components/cards/drag/dropPlace.ts'
import { useDrag } from '#components/cards/drag/useDrag.ts'
import type { LetGo } from '#components/cards/Flip.tsx'
import type { Room } from '#components/live/room.ts'
import type { AgendaItem } from '#lib/domain/sessions/session.ts'
import { mayOrder } from '#components/live/agendaRights.ts'
import type { MoveOnAgenda } from './agendaOrder.ts'

/** What the agenda is called where it can be dropped on. */
const AGENDA = 'agenda'

/** Lets stories of an agenda be dragged, by mouse, pen, or a finger on the handle: the same as "Move up" and "Move down". */
export function useAgendaDrag({
  room,
  root,
  letGo,
  agenda,
  move,
  setPressed,
  setLifted,
}: {
  readonly room: Room
  readonly root: RefObject<HTMLElement | null>
  readonly letGo: RefObject<LetGo | null>
  readonly agenda: readonly AgendaItem[]
  readonly move: MoveOnAgenda
  readonly setPressed: (is: boolean) => void
  readonly setLifted: (story: string | null) => void
}): void {
  const stories = agenda.map(({ story }) => ({ id: story }))
  useDrag<{ readonly id: string }, typeof AGENDA>(root, {
    storyOf: (id) => (mayOrder(room) ? stories.find((story) => story.id === id) : undefined),
    columnOf: (name) => (name === AGENDA ? AGENDA : undefined),
    storiesIn: () => stories,
    whyNot: () => null,
    onPress: setPressed,
    onLift: ({ id }) => setLifted(id),
    onDrop: ({ id }, _, place, box) => {
      setLifted(null)
      if (!place || isSamePlace(stories, id, place)) return
      letGo.current = { story: id, box }
      move(id, place.after)
    },
    onCancel: () => setLifted(null),
  })
}
