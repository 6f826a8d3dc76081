import { type RefObject } from 'react'
import { useCardFocus } from '#components/cards/listFocus.ts'
import { useStore } from '#components/cards/store.ts'
import type { PersonHere } from '#components/cards/whoIsHere.ts'
import type { AreaStory } from '#lib/domain/story.ts'
import { useBoard } from './board.ts'
import { doingWith, mayTakeFocus } from './boardState.ts'

const NOBODY: readonly PersonHere[] = []

/** What of the page's state concerns a card or a row. It follows only these facts, so that nothing else makes it render again. */
export function useCardState({ id }: AreaStory, element: RefObject<HTMLElement | null>) {
  const { state } = useBoard()
  const focused = useStore(state, ({ focus }) => focus === id)
  const wanted = useStore(state, (now) => now.focus === id && mayTakeFocus(now))
  const selected = useStore(state, ({ selection }) => selection.ids.has(id))
  const selecting = useStore(state, ({ selection }) => selection.ids.size > 0)
  const peeked = useStore(state, (now) => now.peeked === id)
  const pending = useStore(state, (now) => now.pending.has(id))
  const people = useStore(state, (now) => now.people.get(id)) ?? NOBODY
  const doing = useStore(state, ({ hand }) => doingWith(hand, id))
  useCardFocus(state, element, wanted)
  return { focused, selected, selecting, peeked, pending, people, doing }
}
