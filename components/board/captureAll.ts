import { type Outcome, sendTogether, workplaceOf } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { storyName } from '#components/language/names.ts'
import { newId } from '#lib/client/id.ts'
import { isAreaStory } from '#lib/domain/story.ts'
import type { Board } from './board.ts'
import { passes } from './filter.ts'

/**
 * Captures ideas at the bottom of Idea, in their order, with one way back for all of them (ST1, UX9). Gives the ids of
 * the new stories and the outcome; it stops at the first refusal, with what was captured until then.
 */
export function captureAll(
  board: Board,
  titles: readonly string[],
): { readonly stories: readonly string[]; readonly outcome: Outcome } {
  const commands = titles.map((title) => ({
    type: 'captureStory' as const,
    story: newId(),
    title,
  }))
  const sent = board.sendAll(commands)
  const stories = commands.filter((_, index) => sent[index]?.ok).map(({ story }) => story)
  const last = sent.at(-1)
  if (last && !last.ok) return { stories, outcome: last }
  const t = textsOf('board.capture')
  const captured = t('done', { count: stories.length })
  const said = isHidden(board, stories) ? t('hidden', { captured }) : captured
  return { stories, outcome: { ok: true, said, undo: () => discardAll(board, stories) } }
}

function isHidden(board: Board, ids: readonly string[]): boolean {
  const { filter, now } = board.state.get()
  const story = board.area().stories.get(ids[0] ?? '')
  return story !== undefined && isAreaStory(story) && !passes(story, filter, now)
}

/** Takes back a capture: what others have begun to refine meanwhile stays. */
function discardAll(board: Board, ids: readonly string[]): Outcome {
  const stories = ids.flatMap((id) => board.area().stories.get(id) ?? [])
  const ideas = stories.filter(({ stage }) => stage === 'idea')
  const trashing = ideas.map(({ id }) => ({ type: 'trashStory', story: id }) as const)
  const { outcome } = sendTogether(workplaceOf(board.client), trashing, String)
  const kept = stories.filter(({ stage }) => stage !== 'idea').map(storyName)
  if (!outcome.ok || kept.length === 0) return outcome
  return { ok: false, message: textsOf('board.capture')('stayed', { names: kept.join(', ') }) }
}
