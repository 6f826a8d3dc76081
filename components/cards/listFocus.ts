import { type RefObject, useCallback, useLayoutEffect } from 'react'
import { takeFocus } from '#components/ui/takeFocus.ts'
import { type Store, useStore } from './store.ts'

/** What a screen of cards keeps of its focus. */
export interface FocusState {
  /** The story with the screen's one tab stop. */
  readonly focus: string | null
  /** The focused card has to take the keyboard's focus; it does so once, and lowers this. */
  readonly grab: boolean
  /** The story to scroll to without giving it the focus. */
  readonly revealed: string | null
}

/** What of a screen's focus concerns one list. */
export interface ListFocus {
  /** Null: the focus is in another list. */
  readonly focused: string | null
  /** The focused card is to take the keyboard's focus now. */
  readonly wanted: boolean
  /** Null: what is to be seen is not here. */
  readonly revealed: string | null
  readonly onRevealed: () => void
}

/** Follows the focus as far as it concerns the stories `has` knows. `mayTake`: nothing else has the keyboard's focus. */
export function useListFocus<State extends FocusState>(
  state: Store<State>,
  has: (story: string) => boolean,
  mayTake: (state: State) => boolean,
): ListFocus {
  const focused = useStore(state, ({ focus }) => (focus !== null && has(focus) ? focus : null))
  const wanted = useStore(state, (now) => now.focus !== null && mayTake(now) && has(now.focus))
  const revealed = useStore(state, ({ revealed: story }) =>
    story !== null && has(story) ? story : null,
  )
  const onRevealed = useCallback(() => state.set({ revealed: null } as Partial<State>), [state])
  return { focused, wanted, revealed, onRevealed }
}

/** Lets a card take the keyboard's focus when it is `wanted`, and hand it on when it goes away. */
export function useCardFocus<State extends FocusState>(
  state: Store<State>,
  element: RefObject<HTMLElement | null>,
  wanted: boolean,
): void {
  useLayoutEffect(() => {
    if (!wanted) return
    return takeFocus(
      () => element.current,
      () => state.set({ grab: false } as Partial<State>),
    )
  }, [wanted, state, element])

  // The focus follows its card when the card goes elsewhere, and goes to the next one when it is gone (UX8).
  useLayoutEffect(() => {
    const card = element.current
    return () => {
      if (card !== null && document.activeElement === card)
        state.set({ grab: true } as Partial<State>)
    }
  }, [state, element])
}
