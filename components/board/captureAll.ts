import type { Outcome } from '#components/actions/index.ts'
import { newId } from '#lib/client/id.ts'
import { shortName } from '#lib/domain/story.ts'
import type { Board } from './board.ts'

/**
 * Captures ideas at the bottom of Idea, in their order, with one way back for all of them (ST1, UX9). Gives the ids of
 * the new stories and the outcome; it stops at the first refusal, with what was captured until then.
 */
export function captureAll(
  board: Board,
  titles: readonly string[],
): { readonly stories: readonly string[]; readonly outcome: Outcome } {
  const stories: string[] = []
  for (const title of titles) {
    const story = newId()
    const sent = board.send({ type: 'captureStory', story, title })
    if (!sent.ok) return { stories, outcome: sent }
    stories.push(story)
  }
  const said = stories.length === 1 ? 'Idea captured' : `${stories.length} ideas captured`
  return { stories, outcome: { ok: true, said, undo: () => discardAll(board, stories) } }
}

/** Takes back a capture: what others have begun to refine meanwhile stays. */
function discardAll(board: Board, stories: readonly string[]): Outcome {
  const kept: string[] = []
  for (const id of stories) {
    const story = board.area().stories.get(id)
    if (story?.stage === 'idea') board.send({ type: 'trashStory', story: id })
    else if (story) kept.push(shortName(story))
  }
  if (kept.length === 0) return { ok: true }
  return { ok: false, message: `${kept.join(', ')} moved on in the meantime and stayed.` }
}
