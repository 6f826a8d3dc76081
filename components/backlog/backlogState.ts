import type { FocusState } from '#components/cards/listFocus.ts'
import { createStore, type Store } from '#components/cards/store.ts'
import type { PeopleByStory } from '#components/cards/whoIsHere.ts'
import type { Forecast } from '#lib/domain/forecast.ts'
import type { Story } from '#lib/domain/story.ts'
import type { Held } from './held.ts'
import { NOTHING_SELECTED, type Selection } from '#components/cards/selection.ts'

/** What a menu lets a person choose: everything that can be done, or one thing. */
export type Choice = 'action' | 'place' | 'size' | 'schedule' | 'day' | 'team' | 'theme' | 'label'

/** A move that takes a story off the backlog and needs a reason (ST4). */
export type Leave = 'bounceStory' | 'dismissStory'

/** What a person is doing with stories right now. One thing at a time; `stories` are ids. */
export type Hand =
  | { readonly kind: 'empty' }
  | { readonly kind: 'dragging'; readonly stories: readonly Story[] }
  /** Move mode: the stories are shown at `held`, and nothing is sent before they are dropped. */
  | { readonly kind: 'moving'; readonly held: Held }
  | { readonly kind: 'choosing'; readonly choice: Choice; readonly stories: readonly string[] }
  | { readonly kind: 'asking'; readonly move: Leave; readonly stories: readonly string[] }

export interface BacklogState extends FocusState {
  readonly hand: Hand
  readonly selection: Selection
  /** A pointer is down on a card: nothing may move under it (UX14).
   */
  readonly pressed: boolean
  readonly trayOpen: boolean
  /** Whether what was done in the last 30 days is unfolded. */
  readonly doneOpen: boolean
  /** Whether what was done before that is shown, too. */
  readonly olderShown: boolean
  /** The parts of the list that are folded, by id. */
  readonly folded: ReadonlySet<string>
  readonly filterOpen: boolean
  readonly peeked: string | null
  /** What assistive technology reads next. */
  readonly said: string
  readonly pending: ReadonlySet<string>
  /** When stories are likely to be done, by id (FC2). */
  readonly forecasts: ReadonlyMap<string, Forecast>
  readonly people: PeopleByStory
  /** Milliseconds since the epoch, fresh enough for ages in days. */
  readonly now: number
  /** Why this person may not size and schedule here, and not order; null where they may. */
  readonly noPlanning: string | null
  readonly noOrdering: string | null
}

export type BacklogStore = Store<BacklogState>

export const EMPTY_HAND: Hand = { kind: 'empty' }

/** Makes the state of a backlog nobody has touched. */
export function createBacklogState(now: number): BacklogStore {
  return createStore<BacklogState>({
    focus: null,
    grab: false,
    revealed: null,
    hand: EMPTY_HAND,
    selection: NOTHING_SELECTED,
    pressed: false,
    trayOpen: false,
    doneOpen: false,
    olderShown: false,
    folded: new Set(),
    filterOpen: false,
    peeked: null,
    said: '',
    pending: new Set(),
    forecasts: new Map(),
    people: new Map(),
    now,
    noPlanning: null,
    noOrdering: null,
  })
}

/** How a story is being carried: by a pointer, or by keys. */
export type Carried = 'dragging' | 'moving'

/** Gives how a story is being carried; null while it is not. */
export function carriedBy(hand: Hand, id: string): Carried | null {
  if (hand.kind === 'dragging')
    return hand.stories.some((story) => story.id === id) ? hand.kind : null
  if (hand.kind !== 'moving') return null
  return hand.held.stories.some((story) => story.id === id) ? hand.kind : null
}

/**
 * True when the focused card is to take the keyboard's focus now: not while a question or a menu has it, nor
 * while a pointer is pressed, because a list scrolls to what takes the focus (UX14).
 */
export function mayTakeFocus({ grab, hand, pressed }: BacklogState): boolean {
  return grab && !pressed && (hand.kind === 'empty' || hand.kind === 'moving')
}
