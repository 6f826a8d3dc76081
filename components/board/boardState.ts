import { assertNever } from '#lib/domain/must.ts'
import { type Move, MOVE_RULES, type Stage } from '#lib/domain/stage.ts'
import type { Place } from '#lib/domain/rank.ts'
import type { Story } from '#lib/domain/story.ts'
import type { Held } from './held.ts'
import { createStore, type Store } from './store.ts'
import type { PeopleByStory } from './whoIsHere.ts'

/** What a person is doing with a card right now. One thing at a time. */
export type Hand =
  | { readonly kind: 'empty' }
  | { readonly kind: 'dragging'; readonly story: Story }
  /** Move mode: the card is shown at `held`, and nothing is sent before it is dropped. */
  | { readonly kind: 'moving'; readonly held: Held }
  /** A move waits for its reason. `held`: the card is already shown where it will go. */
  | { readonly kind: 'asking'; readonly asked: Asked; readonly held: Held | null }
  | { readonly kind: 'renaming'; readonly story: string }
  | { readonly kind: 'choosing'; readonly story: string }

/** A move that needs a reason (ST2). */
export interface Asked {
  readonly story: Story
  readonly move: Move
  readonly place: Place | undefined
}

export interface BoardState {
  /** The story with the board's one tab stop. */
  readonly focus: string | null
  /** The focused card has to take the keyboard's focus; it does so once, and lowers this. */
  readonly grab: boolean
  /** The story to scroll to without giving it the focus: the one just captured. */
  readonly revealed: string | null
  readonly hand: Hand
  /** A pointer is down on a card: nothing may move under it (UX14). */
  readonly pressed: boolean
  readonly composing: boolean
  /** The columns on the screen: those that are not folded, or the one whose tab is chosen. */
  readonly stages: readonly Stage[]
  readonly peeked: string | null
  /** What assistive technology reads next. */
  readonly said: string
  readonly pending: ReadonlySet<string>
  readonly people: PeopleByStory
  /** Milliseconds since the epoch, fresh enough for ages in days. */
  readonly now: number
}

export type BoardStore = Store<BoardState>

/** What a board shows as columns when Won't do is folded. */
export const OPEN_STAGES: readonly Stage[] = ['idea', 'refinement', 'ready']

export const EMPTY_HAND: Hand = { kind: 'empty' }

/** Makes the state of a board nobody has touched. */
export function createBoardState(now: number): BoardStore {
  return createStore<BoardState>({
    focus: null,
    grab: false,
    revealed: null,
    hand: EMPTY_HAND,
    pressed: false,
    composing: false,
    stages: OPEN_STAGES,
    peeked: null,
    said: '',
    pending: new Set(),
    people: new Map(),
    now,
  })
}

/** Gives the card that is shown elsewhere than it is, or null. */
export function heldIn(hand: Hand): Held | null {
  return hand.kind === 'moving' || hand.kind === 'asking' ? hand.held : null
}

/** Gives what is being done with a story, or null. */
export function doingWith(hand: Hand, id: string): Hand['kind'] | null {
  switch (hand.kind) {
    case 'empty':
      return null
    case 'dragging':
      return hand.story.id === id ? hand.kind : null
    case 'moving':
      return hand.held.story.id === id ? hand.kind : null
    case 'asking':
      return hand.asked.story.id === id ? hand.kind : null
    case 'renaming':
    case 'choosing':
      return hand.story === id ? hand.kind : null
    default:
      return assertNever(hand)
  }
}

/** True when the focused card is to take the keyboard's focus now: not while a question, a menu or a field has it. */
export function mayTakeFocus({ grab, hand }: BoardState): boolean {
  return grab && (hand.kind === 'empty' || hand.kind === 'moving')
}

/** Gives the story in someone's hand and where it is meant to go, or null while it stays where it is. */
export function onItsWay(hand: Hand): { readonly story: Story; readonly to: Stage } | null {
  if (hand.kind === 'moving') return { story: hand.held.story, to: hand.held.stage }
  if (hand.kind === 'asking') return { story: hand.asked.story, to: MOVE_RULES[hand.asked.move].to }
  return null
}
