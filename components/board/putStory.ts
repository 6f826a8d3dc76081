import {
  defineAction,
  type Outcome,
  runAction,
  sendAllUndoably,
  workplaceOf,
} from '#components/actions/index.ts'
import { isSamePlace } from '#components/cards/drag/dropPlace.ts'
import { setTheme } from '#components/flow/describeActions.ts'
import { storyMoves } from '#components/flow/moveActions.ts'
import { explainNoMove } from '#components/flow/noMove.ts'
import { textsOf } from '#components/language/loaded.ts'
import { stageName, storyName } from '#components/language/names.ts'
import type { NewCommand } from '#lib/domain/command.ts'
import type { Place } from '#lib/domain/rank.ts'
import { moveBetween, type Stage } from '#lib/domain/stage.ts'
import { askingAtCard, type Board, type CardTarget } from './board.ts'
import { spotIn } from './groups.ts'
import type { Held } from './held.ts'

export interface PutTarget extends CardTarget {
  readonly stage: Stage
  /** Absent: at the bottom. */
  readonly place?: Place
  readonly held?: Held
}

/**
 * Puts a card anywhere on the board: orders it in its column, moves it to another, gives it the theme of the group it is
 * put into, or says why none of it is possible.
 */
export const putStory = defineAction<PutTarget>({
  id: 'story.put',
  group: 'Story',
  keysOnly: true,
  run: (target): Outcome | void => {
    const { board, story, stage, held } = target
    const { place, theme } = whereTo(target)
    if (story.stage === stage) return order(board, story, place, theme)
    const move = moveBetween(story.stage, stage)
    if (move === null) return { ok: false, message: explainNoMove(story.stage, stage) }
    if (theme !== undefined) runAction(setTheme, { client: board.client, story, theme })
    const asking = { ...askingAtCard(board, story, held), place }
    const can = storyMoves[move].when?.(asking)
    return typeof can === 'string' ? { ok: false, message: can } : storyMoves[move].run(asking)
  },
})

function order(
  board: Board,
  story: PutTarget['story'],
  place: Place | undefined,
  theme: string | null | undefined,
): Outcome | void {
  const stories = board.area().columns[story.stage]
  const there = place ?? { after: stories.at(-1)?.id ?? null }
  const shown = board.columns().find(({ stage }) => stage === story.stage)?.stories ?? []
  const commands: NewCommand[] = []
  if (theme !== undefined) commands.push({ type: 'setTheme', story: story.id, theme })
  // Beside those that a filter hides, too, it may stand where it is put already.
  if (!isSamePlace(stories, story.id, there) && !isSamePlace(shown, story.id, there)) {
    commands.push({ type: 'rankStory', story: story.id, place: there })
  }
  if (commands.length === 0) return
  const said = textsOf('board.said')('within', {
    stories: storyName(story),
    stage: stageName(story.stage),
  })
  return sendAllUndoably(workplaceOf(board.client), commands, () => said, { quiet: true })
}

/** Where a card is put, as its column has it; with another theme where it is put into another group. */
function whereTo({ board, story, stage, place }: PutTarget): {
  readonly place: Place | undefined
  readonly theme: string | null | undefined
} {
  if (place === undefined) return { place, theme: undefined }
  const { grouping } = board.state.get()
  const area = board.area()
  const { after, theme } = spotIn(
    area.columns[stage],
    place,
    new Set([story.id]),
    grouping,
    area.settings,
  )
  const no = theme === story.theme || theme === undefined
  return { place: { after }, theme: no ? undefined : theme }
}
