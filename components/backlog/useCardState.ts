import { type RefObject, useRef } from 'react'
import { runAction } from '#components/actions/index.ts'
import { useCardFocus } from '#components/cards/listFocus.ts'
import { type Pressing, pressing } from '#components/cards/pressing.ts'
import { useStore } from '#components/cards/store.ts'
import type { PersonHere } from '#components/cards/whoIsHere.ts'
import { daysBetween } from '#lib/domain/ageing.ts'
import type { Story } from '#lib/domain/story.ts'
import { useBacklog } from './backlog.ts'
import { carriedBy, type Carried, mayTakeFocus } from './backlogState.ts'
import { peekStory } from './lookActions.ts'

const NOBODY: readonly PersonHere[] = []

/** What a row or card follows of the page's state, and nothing else, so that nothing else makes it render again. */
export interface CardState extends Pressing {
  readonly element: RefObject<HTMLElement | null>
  readonly focused: boolean
  readonly selected: boolean
  /** Something is selected here: what selects is shown without being pointed at. */
  readonly selecting: boolean
  readonly peeked: boolean
  /** Null while it stays where it is. */
  readonly carried: Carried | null
  readonly pending: boolean
  readonly people: readonly PersonHere[]
  /** Whole days in its stage or step. */
  readonly days: number
  readonly onFocus: () => void
}

/** Follows the facts of one story on the page. */
export function useCardState(story: Story): CardState {
  const backlog = useBacklog()
  const { state } = backlog
  const { id, enteredStageAt } = story
  const element = useRef<HTMLElement>(null)
  const focused = useStore(state, ({ focus }) => focus === id)
  const wanted = useStore(state, (now) => now.focus === id && mayTakeFocus(now))
  const selected = useStore(state, ({ selection }) => selection.ids.has(id))
  const selecting = useStore(state, ({ selection }) => selection.ids.size > 0)
  const peeked = useStore(state, (now) => now.peeked === id)
  const carried = useStore(state, ({ hand }) => carriedBy(hand, id))
  const pending = useStore(state, (now) => now.pending.has(id))
  const people = useStore(state, (now) => now.people.get(id)) ?? NOBODY
  const days = useStore(state, ({ now }) => daysBetween(enteredStageAt, now))
  useCardFocus(state, element, wanted)

  const press = pressing(backlog, id, () => runAction(peekStory, { backlog, stories: [story] }))
  const onFocus = () => state.set({ focus: id })
  return {
    element,
    focused,
    selected,
    selecting,
    peeked,
    carried,
    pending,
    people,
    days,
    onFocus,
    ...press,
  }
}
