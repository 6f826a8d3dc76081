import { assertNever } from '#lib/domain/must.ts'
import { MOVE_RULES, type Stage } from '#lib/domain/stage.ts'
import { NEW_SETTINGS, type Settings } from '#lib/domain/settings.ts'
import { type BoardFilter, NO_FILTER } from '#components/shell/boardFilter.ts'
import type { ListLook } from '#components/shell/listLook.ts'
import type { Question } from '#components/flow/target.ts'
import type { AreaStory } from '#lib/domain/story.ts'
import type { Held } from './held.ts'
import type { Landings } from '#components/flow/landings.ts'
import type { FocusState } from '#components/cards/listFocus.ts'
import { NOTHING_SELECTED, type SelectionState } from '#components/cards/selection.ts'
import type { Pick } from '#components/cards/severalActions.ts'
import { createStore, type Store } from '#components/cards/store.ts'
import type { Place } from '#lib/domain/rank.ts'
import type { PeopleByStory } from '#components/cards/whoIsHere.ts'

/** What a person is doing with a card right now. One thing at a time. */
export type Hand =
  | { readonly kind: 'empty' }
  /** `landings`: what awaits it in each column. */
  | {
      readonly kind: 'dragging'
      readonly story: AreaStory
      /** All that go with it, itself included, in the order of the screen. */
      readonly stories: readonly AreaStory[]
      readonly landings: Landings
    }
  /** Move mode: the card is shown at `held`, and nothing is sent before it is dropped. */
  | { readonly kind: 'moving'; readonly held: Held; readonly landings: Landings }
  /** A move waits for an answer. `held`: the card is already shown where it will go. */
  | {
      readonly kind: 'asking'
      readonly story: AreaStory
      readonly question: Question
      readonly held: Held | null
    }
  | { readonly kind: 'renaming'; readonly story: string }
  | { readonly kind: 'choosing'; readonly story: string }
  /** Something is chosen for several stories from a list. */
  | { readonly kind: 'picking'; readonly pick: Pick; readonly stories: readonly string[] }
  /** Several go to a stage that asks for the reason they share. */
  | {
      readonly kind: 'explaining'
      readonly stories: readonly AreaStory[]
      readonly stage: Stage
      readonly place: Place | undefined
    }

export interface BoardState extends FocusState, SelectionState {
  readonly hand: Hand
  /** A pointer is down on a card: nothing may move under it (UX14).
   */
  readonly pressed: boolean
  readonly composing: boolean
  /** The columns on the screen: those that are not folded, or the one whose tab is chosen. */
  readonly stages: readonly Stage[]
  readonly peeked: string | null
  /** Which stories are shown, and what those of a column are put together by. The address holds both (UX18). */
  readonly filter: BoardFilter
  readonly grouping: Grouping
  /** How the list is looked at; null: it is a board. */
  readonly list: ListLook | null
  /** The groups of the list that are folded, by the ids of their headings. */
  readonly folded: ReadonlySet<string>
  /** The columns whose quiet stories are shown (QU1). */
  readonly quietOpen: readonly Stage[]
  /** The filter is being chosen. */
  readonly filtering: boolean
  /** What assistive technology reads next. */
  readonly said: string
  readonly pending: ReadonlySet<string>
  readonly people: PeopleByStory
  /** Names and colours of themes and personas. */
  readonly settings: Settings
  /** Milliseconds since the epoch, fresh enough for ages in days. */
  readonly now: number
}

/** What was decided against is in the way of what is to be decided. */
const FOLDED_AT_FIRST: ReadonlySet<string> = new Set(['group/stage/wont-do'])

export type Grouping = 'theme' | null

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
    selection: NOTHING_SELECTED,
    hand: EMPTY_HAND,
    pressed: false,
    composing: false,
    stages: OPEN_STAGES,
    peeked: null,
    filter: NO_FILTER,
    grouping: null,
    list: null,
    folded: FOLDED_AT_FIRST,
    quietOpen: [],
    filtering: false,
    said: '',
    pending: new Set(),
    people: new Map(),
    settings: NEW_SETTINGS,
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
    case 'picking':
    case 'explaining':
      return null
    case 'dragging':
      return hand.stories.some((story) => story.id === id) ? hand.kind : null
    case 'moving':
      return hand.held.story.id === id ? hand.kind : null
    case 'asking':
      return hand.story.id === id ? hand.kind : null
    case 'renaming':
    case 'choosing':
      return hand.story === id ? hand.kind : null
    default:
      return assertNever(hand)
  }
}

/**
 * True when the focused card is to take the keyboard's focus now: not while a question, a menu or a field has it, nor
 * while a pointer is pressed, because a list scrolls to what takes the focus (UX14).
 */
export function mayTakeFocus({ grab, hand, pressed }: BoardState): boolean {
  return grab && !pressed && (hand.kind === 'empty' || hand.kind === 'moving')
}

/** Gives the story in someone's hand and where it is meant to go, or null while it stays where it is. */
export function onItsWay(
  hand: Hand,
): { readonly story: AreaStory; readonly to: Stage | 'a team' } | null {
  if (hand.kind === 'moving') return { story: hand.held.story, to: hand.held.stage }
  if (hand.kind === 'asking') return { story: hand.story, to: destinationOf(hand.question) }
  return null
}

function destinationOf(question: Question): Stage | 'a team' {
  switch (question.kind) {
    case 'reason':
      return MOVE_RULES[question.move].to
    case 'gate':
      return 'ready'
    case 'team':
      return 'a team'
  }
}
