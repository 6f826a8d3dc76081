import { type RefObject, useRef } from 'react'
import { runAction } from '#components/actions/index.ts'
import { type DragEvents, useDrag } from '#components/cards/drag/useDrag.ts'
import type { LetGo } from '#components/cards/Flip.tsx'
import { textsOf } from '#components/language/loaded.ts'
import type { Place } from '#lib/domain/rank.ts'
import { isAreaStory, type Story } from '#lib/domain/story.ts'
import { dropped, putBack } from './announcements.ts'
import type { Backlog } from './backlog.ts'
import { EMPTY_HAND } from './backlogState.ts'
import { doneSteps } from './groups.ts'
import type { Part, Spot } from './parts.ts'
import { putStories, whyNotInto } from './placeActions.ts'
import { type Row, spotBehind } from './rows.ts'
import { meant } from './useBacklogKeys.ts'

/** What the tray and the list are called where they can be dropped on; a step's column is called after its part. */
export const TRAY = 'tray'
export const LIST = 'list'

/** Lets stories be dragged: what a drop means is the same action as by key or menu (UX4). `rows` are the list's lines. */
export function useBacklogDrag(
  backlog: Backlog,
  root: RefObject<HTMLElement | null>,
  rows: readonly Row[],
  letGo: RefObject<LetGo | null>,
): void {
  const { state } = backlog
  /** Judged once a lift and column, not once a frame. */
  const answers = useRef(new Map<string, string | null>())

  const taken = (story: Story): readonly Story[] => {
    const { selection } = state.get()
    return selection.ids.has(story.id) ? meant(backlog, story.id, selection) : [story]
  }
  const events: DragEvents<Story, string> = {
    storyOf: (id) => {
      if (state.get().hand.kind !== 'empty') return undefined
      const story = backlog.area().stories.get(id)
      return story && isLiftable(backlog, story) ? story : undefined
    },
    columnOf: (name) => name,
    storiesIn: (column) =>
      column === LIST
        ? rows
        : column === TRAY
          ? backlog.tray()
          : (partOf(backlog, column)?.stories ?? []),
    taken: (story) => new Set(taken(story).map(({ id }) => id)),
    whyNot: (story, column) => {
      const known = answers.current.get(column)
      if (known !== undefined) return known
      const why = whyNotOn(backlog, taken(story), column)
      answers.current.set(column, why)
      return why
    },
    onPress: (pressed) => state.set({ pressed }),
    onLift: (story) => {
      answers.current.clear()
      state.set({ focus: story.id, hand: { kind: 'dragging', stories: taken(story) } })
    },
    onDrop: (story, column, place, box) => {
      const stories = taken(story)
      state.set({ hand: EMPTY_HAND, grab: true })
      const why = whyNotOn(backlog, stories, column)
      if (why !== null) return backlog.announce(`${putBack(stories)}. ${why}`)
      const to = spotAt(backlog, rows, column, place)
      if (!to) return
      letGo.current = { story: story.id, box }
      const outcome = runAction(putStories, { backlog, stories, to })
      if (!outcome.ok) letGo.current = null
      else backlog.announce(dropped(backlog.parts(), { stories, ...to }))
    },
    onCancel: (story) => {
      state.set({ hand: EMPTY_HAND, grab: true })
      backlog.announce(putBack(taken(story)))
    },
  }
  useDrag(root, events)
}

/** Gives why stories may not be dropped on a column, or null. */
export function whyNotOn(
  backlog: Backlog,
  stories: readonly Story[],
  column: string,
): string | null {
  if (column === TRAY) {
    return stories.every(isAreaStory)
      ? textsOf('backlog')('readyOrdered')
      : textsOf('backlog')('backWithReason')
  }
  const part = column === LIST ? backlog.parts()[0] : partOf(backlog, column)
  return part ? whyNotInto(backlog, stories, part) : null
}

/** In the list what is done has no order among what is open. */
function isLiftable(backlog: Backlog, { step }: Story): boolean {
  if (backlog.layout() === 'columns' || step === null) return true
  return !doneSteps(backlog.team()).has(step)
}

function spotAt(
  backlog: Backlog,
  rows: readonly Row[],
  column: string,
  place: Place | undefined,
): Spot | null {
  if (column === LIST) return spotBehind(rows, place?.after ?? null)
  const part = partOf(backlog, column)
  if (!part) return null
  // On a folded step there is no place to point at: it goes to the bottom.
  return { part: part.id, after: place ? place.after : (part.stories.at(-1)?.id ?? null) }
}

function partOf(backlog: Backlog, column: string): Part | undefined {
  return backlog.parts().find(({ id }) => id === column)
}
