import { type MouseEvent, type RefObject, useRef } from 'react'
import { runAction } from '#components/actions/index.ts'
import { useCardFocus } from '#components/cards/listFocus.ts'
import { useStore } from '#components/cards/store.ts'
import type { PersonHere } from '#components/cards/whoIsHere.ts'
import { daysBetween } from '#lib/domain/ageing.ts'
import type { Story } from '#lib/domain/story.ts'
import { useBacklog } from './backlog.ts'
import { carriedBy, type Carried, mayTakeFocus } from './backlogState.ts'
import { peekStory } from './lookActions.ts'
import { extended, toggled } from './selection.ts'
import { sideOf } from './walkActions.ts'

const NOBODY: readonly PersonHere[] = []

/** What a row or card follows of the page's state, and nothing else, so that nothing else makes it render again. */
export interface CardState {
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
  /** Peeks; with Shift or Ctrl/Cmd selects. Presses of buttons inside are theirs. */
  readonly onClick: (event: MouseEvent) => void
  /** The focus stays where it is while Shift selects up to here. */
  readonly onMouseDown: (event: MouseEvent) => void
  readonly onSelect: () => void
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

  const onSelect = () => {
    const { selection } = state.get()
    state.set({ focus: id, selection: toggled(selection, sideOf(backlog, id), id) })
  }
  const onClick = (event: MouseEvent) => {
    if ((event.target as Element).closest('button, a, input, label')) return
    const { selection, focus } = state.get()
    if (event.metaKey || event.ctrlKey) return onSelect()
    if (event.shiftKey) {
      const side = sideOf(backlog, id)
      const from = focus !== null && side.includes(focus) ? focus : id
      return state.set({ focus: id, selection: extended(selection, side, from, id) })
    }
    runAction(peekStory, { backlog, stories: [story] })
  }
  const onMouseDown = (event: MouseEvent) => {
    if (event.shiftKey) event.preventDefault()
  }
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
    onClick,
    onMouseDown,
    onSelect,
  }
}
