import {
  type Action,
  defineAction,
  type Outcome,
  sendUndoably,
  workplaceOf,
} from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { stageName, storyName } from '#components/language/names.ts'
import type { NewCommand } from '#lib/domain/command.ts'
import type { Place } from '#lib/domain/rank.ts'
import { type Move, MOVE_RULES, MOVES } from '#lib/domain/stage.ts'
import { isAreaStory, type Story } from '#lib/domain/story.ts'
import { allowed, type AskingTarget, type Question } from './target.ts'

/** What answers a move's question. */
export interface Answers {
  readonly reason?: string
  /** `YYYY-MM-DD`. */
  readonly revisitOn?: string
  readonly duplicateOf?: string
  readonly merge?: boolean
  readonly confirmed?: boolean
  readonly override?: string
}

/** What a move acts on. Without the answers it needs, running it asks for them. */
export interface MoveTarget extends AskingTarget, Answers {
  readonly place?: Place
}

const KEYS: Partial<Record<Move, readonly string[]>> = { markReady: ['Shift+R', '$mod+Enter'] }

/** The moves of ST2 and ST4, one action each: menus, keys, drops, buttons and the palette all run these. */
export const storyMoves = Object.fromEntries(
  MOVES.map((move) => [move, defineMove(move)]),
) as Record<Move, Action<MoveTarget>>

function defineMove(move: Move): Action<MoveTarget> {
  const { to } = MOVE_RULES[move]
  return defineAction<MoveTarget>({
    id: `story.${move}`,
    group: 'Story',
    keys: KEYS[move],
    when: ({ client, story }) => startsFrom(story, move) && allowed(client, trialOf(story, move)),
    run: (target): Outcome | void => {
      const { client, story, ask } = target
      const question = questionOf(target, move)
      if (question) return ask(question)
      return sendUndoably(
        workplaceOf(client),
        moveCommand(move, target),
        textsOf('flow.said')('moved', { name: storyName(story), home: stageName(to) }),
      )
    },
  })
}

/** Gives a move with every question answered: what is refused then is refused for good, and can be said before trying. */
export function trialOf({ id }: Pick<Story, 'id'>, move: Move): NewCommand {
  const answers = { markReady: { confirmed: true, override: '…' } } as const
  return {
    type: move,
    story: id,
    ...(MOVE_RULES[move].needsReason && { reason: '…' }),
    ...(move === 'markReady' && answers.markReady),
  }
}

/** True where the flow has this move for a story, whoever asks. */
function startsFrom(story: Story, move: Move): boolean {
  if (!isAreaStory(story)) return move === 'bounceStory' || move === 'dismissStory'
  return MOVE_RULES[move].from.includes(story.stage)
}

function questionOf({ client, story, place, ...given }: MoveTarget, move: Move): Question | null {
  if (move === 'bounceStory' || move === 'dismissStory') {
    return given.reason === undefined ? { kind: 'reason', move, place } : null
  }
  if (move !== 'markReady' || given.confirmed || given.override !== undefined) return null
  const no = client.judge({ type: move, story: story.id, place })
  return no?.code === 'notReady' ? { kind: 'gate', place } : null
}

function moveCommand(move: Move, target: MoveTarget): NewCommand {
  const { story, place, reason, revisitOn, duplicateOf, merge, confirmed, override } = target
  return {
    type: move,
    story: story.id,
    place,
    reason,
    revisitOn,
    duplicateOf,
    merge,
    confirmed,
    override,
  }
}
