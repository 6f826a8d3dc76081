import type { Outcome } from '#components/actions/index.ts'
import type { NewCommand } from '#lib/client/client.ts'
import type { Story } from '#lib/domain/story.ts'
import { shortName } from './announcements.ts'
import type { Board } from './board.ts'
import { inverseOf } from './inverse.ts'

/**
 * Sends a command and gives its outcome with the way back (UX9). `said` is the toast; without it the change speaks
 * for itself. A refusal is the outcome as it is, and nothing changed.
 */
export function sendUndoably(board: Board, command: NewCommand, said?: string): Outcome {
  const inverse = inverseOf(command, board.area())
  const sent = board.send(command)
  if (!sent.ok) return sent
  if (inverse === null || !('story' in command)) return { ok: true, said }
  const mine = board.area().stories.get(command.story)
  return { ok: true, said, undo: () => sendBack(board, inverse, mine) }
}

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
    const story = crypto.randomUUID()
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

/** Sends the way back, unless someone has acted on the same thing since: undo is for one's own actions only. */
function sendBack(board: Board, inverse: readonly NewCommand[], mine: Story | undefined): Outcome {
  const now = mine && board.area().stories.get(mine.id)
  if (mine && now && (now.stage !== mine.stage || now.title !== mine.title)) {
    const what = now.stage === mine.stage ? 'renamed' : 'moved'
    return {
      ok: false,
      message: `${shortName(now)} has been ${what} since, so it was left as it is.`,
    }
  }
  for (const command of inverse) {
    const sent = board.send(command)
    if (!sent.ok) return sent
  }
  return { ok: true }
}
