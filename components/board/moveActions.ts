import { type Action, defineAction, type Outcome, sendUndoably } from '#components/actions/index.ts'
import type { Place } from '#lib/domain/rank.ts'
import {
  explainNoMove,
  type Move,
  MOVE_RULES,
  moveBetween,
  MOVES,
  type Stage,
  STAGE_NAMES,
} from '#lib/domain/stage.ts'
import { shortName } from '#lib/domain/story.ts'
import type { CardTarget } from './board.ts'
import type { Held } from './held.ts'
import { isSamePlace } from './drag/dropPlace.ts'

/** What a move acts on. Without the reason it needs, running it asks for one at the card. */
export interface MoveTarget extends CardTarget {
  readonly place?: Place
  readonly reason?: string
  readonly revisitOn?: string
  /** The card is shown where it will go while it asks. */
  readonly held?: Held
}

const MOVE_TITLES: Record<Move, string> = {
  startRefining: 'Start refining',
  returnToIdea: 'Return to Idea',
  markReady: 'Mark ready for assignment',
  bounceStory: 'Send back to Refinement…',
  dismissStory: "Won't do…",
  reopenStory: 'Reopen as an idea',
}

/** The moves of ST2, one action each: menus, keys, drops and the palette all run these. */
export const moveActions = Object.fromEntries(
  MOVES.map((move) => [move, defineMove(move)]),
) as Record<Move, Action<MoveTarget>>

function defineMove(move: Move): Action<MoveTarget> {
  const rule = MOVE_RULES[move]
  return defineAction<MoveTarget>({
    id: `story.${move}`,
    title: MOVE_TITLES[move],
    group: 'Story',
    words: `move to ${STAGE_NAMES[rule.to]}`,
    when: ({ story }) => rule.from.includes(story.stage),
    run: (target) => {
      const { board, story, place, reason, revisitOn, held = null } = target
      if (rule.needsReason && reason === undefined) {
        board.state.set({
          focus: story.id,
          hand: { kind: 'asking', asked: { story, move, place }, held },
        })
        return
      }
      return sendUndoably(
        board,
        { type: move, story: story.id, place, reason, revisitOn },
        `${shortName(story)} moved to ${STAGE_NAMES[rule.to]}`,
      )
    },
  })
}

export interface PutTarget extends CardTarget {
  readonly stage: Stage
  /** Absent: at the bottom. */
  readonly place?: Place
  readonly held?: Held
}

/** Puts a card anywhere on the board: orders it in its column, moves it to another, or says why neither is possible. */
export const putStory = defineAction<PutTarget>({
  id: 'story.put',
  title: 'Move to a place',
  group: 'Story',
  keysOnly: true,
  run: (target): Outcome | void => {
    const { board, story, stage, place } = target
    if (story.stage === stage) {
      const stories = board.area().columns[stage]
      const there = place ?? { after: stories.at(-1)?.id ?? null }
      if (isSamePlace(stories, story.id, there)) return
      return sendUndoably(
        board,
        { type: 'rankStory', story: story.id, place: there },
        `${shortName(story)} moved within ${STAGE_NAMES[stage]}`,
        { quiet: true },
      )
    }
    const move = moveBetween(story.stage, stage)
    if (move === null) return { ok: false, message: explainNoMove(story.stage, stage) }
    return moveActions[move].run(target)
  },
})
