import { accept, type Case, type Decision } from '../decision.ts'
import { refusalOf } from '../permissions.ts'
import type { Story } from '../story.ts'
import type { RestoreComment, UnsettleSuggestion } from './command.ts'
import { mentionsIn } from './mentions.ts'
import {
  alreadySettled,
  commentsProblem,
  idProblem,
  knows,
  noThread,
  taken,
  threadsProblem,
} from './problems.ts'
import { roomProblem } from './room.ts'
import { commentOf, type Talk } from './thread.ts'
import { anchorProblem, suggestionProblem, tidyComment } from './words.ts'

/** [TA16] Only who wrote a comment says its words again; they are judged like new ones. */
export function restoreComment(
  here: Case,
  story: Story,
  talk: Talk | undefined,
  command: RestoreComment,
): Decision {
  const { thread: id, comment: of, anchor } = command
  const no = refusalOf(here.state, here.actor, 'comment', { story })
  if (no) return no
  const thread = talk?.get(id)
  const place = thread && commentOf(thread, of)
  if (place && place.by !== here.actor.id) return taken()
  if (place && place.deletedAt === null) return accept()
  const begins = talk !== undefined && (!thread || thread.comments[0]?.id === of)
  // What was decided on is what was suggested then: it does not come back as something else.
  const suggestion = (begins && !thread?.settled && command.suggestion) || null
  const text = tidyComment(command.text, { mayBeEmpty: command.suggestion !== undefined })
  if (typeof text !== 'string') return text
  const about = thread ? thread.anchor : anchor
  const wrong =
    idProblem(id) ??
    idProblem(of) ??
    anchorProblem(about) ??
    (suggestion && suggestionProblem(suggestion, about)) ??
    (talk && !place && knows(talk, of) ? taken() : null) ??
    (thread ? (place ? null : commentsProblem(thread)) : threadsProblem(talk)) ??
    roomProblem(talk, thread, text.length)
  if (wrong) return wrong
  return accept({
    type: 'CommentRestored',
    story: story.id,
    thread: id,
    comment: of,
    text,
    mentions: mentionsIn(here, story, text),
    anchor: about,
    suggestion,
    opens: talk !== undefined && !thread,
    ...(here.state.reactions && { reactions: here.state.reactions }),
  })
}

/** [TA8] By whoever settled it: undo is for one's own acts. */
export function unsettleSuggestion(
  here: Case,
  story: Story,
  talk: Talk | undefined,
  { thread: id }: UnsettleSuggestion,
): Decision {
  const no = refusalOf(here.state, here.actor, 'edit', { story })
  if (no) return no
  const thread = talk?.get(id)
  if (talk && !thread) return noThread()
  if (thread && !thread.settled) return accept()
  const settled = thread?.settled
  if (settled && settled.by !== here.actor.id) return alreadySettled(settled)
  const resolved = thread?.resolved
  // Resolved by the same act, or on its own before.
  const opens = !!settled && resolved?.by === settled.by && resolved.at === settled.at
  return accept({ type: 'SuggestionUnsettled', story: story.id, thread: id, opens })
}
