import { accept, type Case, type Decision } from '../decision.ts'
import { assertNever } from '../must.ts'
import { isAdministrator, onlyAdministrators, refusalOf } from '../permissions.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Story } from '../story.ts'
import { deleted } from './apply.ts'
import type {
  EditComment,
  OnComment,
  OnThread,
  React,
  Reply,
  SettleSuggestion,
  StartThread,
  TalkCommand,
} from './command.ts'
import { isEmoji } from './emoji.ts'
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
import { restoreComment, unsettleSuggestion } from './takeBack.ts'
import { type Comment, commentOf, EMOJI_MAX, starterOf, type Talk, type Thread } from './thread.ts'
import { anchorProblem, suggestionProblem, tidyComment } from './words.ts'

/**
 * What is said about a story. In a browser the discussion of a story that is not open is unknown: what would need it
 * is left to the server.
 */
export function decideTalk(here: Case, story: Story, command: TalkCommand): Decision {
  const talk = here.state.talks.get(story.id)
  switch (command.type) {
    case 'startThread':
      return startThread(here, story, talk, command)
    case 'reply':
      return reply(here, story, talk, command)
    case 'editComment':
      return editComment(here, story, talk, command)
    case 'deleteComment':
      return deleteComment(here, story, talk, command)
    case 'restoreComment':
      return restoreComment(here, story, talk, command)
    case 'resolveThread':
    case 'reopenThread':
      return resolveThread(here, story, talk, command)
    case 'react':
    case 'withdrawReaction':
      return react(here, story, talk, command)
    case 'settleSuggestion':
      return settleSuggestion(here, story, talk, command)
    case 'unsettleSuggestion':
      return unsettleSuggestion(here, story, talk, command)
    default:
      return assertNever(command)
  }
}

function startThread(
  here: Case,
  story: Story,
  talk: Talk | undefined,
  command: StartThread,
): Decision {
  const { thread, comment, anchor, suggestion } = command
  const no = refusalOf(here.state, here.actor, 'comment', { story })
  if (no) return no
  const text = tidyComment(command.text, { mayBeEmpty: suggestion !== undefined })
  if (typeof text !== 'string') return text
  const wrong =
    idProblem(thread) ??
    idProblem(comment) ??
    anchorProblem(anchor) ??
    (suggestion && suggestionProblem(suggestion, anchor)) ??
    (talk && (talk.has(thread) || knows(talk, comment) ? taken() : null))
  if (wrong) return wrong
  const full = threadsProblem(talk) ?? roomProblem(talk, undefined, text.length)
  if (full) return full
  return accept({
    type: 'ThreadStarted',
    story: story.id,
    thread,
    comment,
    anchor,
    text,
    mentions: mentionsIn(here, story, text),
    suggestion: suggestion ?? null,
  })
}

function reply(here: Case, story: Story, talk: Talk | undefined, command: Reply): Decision {
  const { thread: id, comment } = command
  const no = refusalOf(here.state, here.actor, 'comment', { story })
  if (no) return no
  const text = tidyComment(command.text)
  if (typeof text !== 'string') return text
  const thread = talk?.get(id)
  if (talk && !thread) return noThread()
  const wrong = idProblem(comment) ?? (talk && knows(talk, comment) ? taken() : null)
  if (wrong) return wrong
  const full = commentsProblem(thread) ?? roomProblem(talk, thread, text.length)
  if (full) return full
  const mentions = mentionsIn(here, story, text)
  return accept({ type: 'ThreadReplied', story: story.id, thread: id, comment, text, mentions })
}

/** [TA4] One's own words only. */
function editComment(
  here: Case,
  story: Story,
  talk: Talk | undefined,
  command: EditComment,
): Decision {
  const { thread: id, comment: of } = command
  const no = refusalOf(here.state, here.actor, 'comment', { story })
  if (no) return no
  const found = findComment(talk, id, of)
  if ('ok' in found) return found
  const { thread, comment } = found
  const mayBeEmpty = thread?.suggestion != null && thread.comments[0]?.id === of
  const text = tidyComment(command.text, { mayBeEmpty })
  if (typeof text !== 'string') return text
  if (comment && comment.by !== here.actor.id) {
    return refuse(
      'notAllowed',
      'Only whoever wrote a comment can change it. Answer it instead; nothing was changed.',
    )
  }
  if (comment?.text === text) return accept()
  const full = comment && roomProblem(talk, thread, text.length - comment.text.length)
  if (full) return full
  const mentions = mentionsIn(here, story, text)
  return accept({ type: 'CommentEdited', story: story.id, thread: id, comment: of, text, mentions })
}

/** [TA4] One's own words; those of others only as an owner or admin. */
function deleteComment(
  here: Case,
  story: Story,
  talk: Talk | undefined,
  command: OnComment,
): Decision {
  const { state, actor, now } = here
  const { thread: id, comment: of } = command
  const no = refusalOf(state, actor, 'comment', { story })
  if (no) return no
  const found = findComment(talk, id, of)
  if ('ok' in found) return found
  const { thread, comment } = found
  if (comment && comment.by !== actor.id && !isAdministrator(actor)) {
    const who = [...state.members.values()].filter(isAdministrator).map(({ name }) => name)
    return onlyAdministrators('delete what somebody else wrote', who)
  }
  const closes =
    thread !== undefined && thread.resolved === null && deleted(thread, of, now) === null
  return accept({ type: 'CommentDeleted', story: story.id, thread: id, comment: of, closes })
}

/** [TA6] Resolved twice is resolved once. */
function resolveThread(
  here: Case,
  story: Story,
  talk: Talk | undefined,
  { type, thread: id }: OnThread,
): Decision {
  const thread = talk?.get(id)
  if (talk && !thread) return noThread()
  const startedBy = (thread && starterOf(thread)) ?? here.actor.id
  const no = refusalOf(here.state, here.actor, 'resolve', { story, startedBy })
  if (no) return no
  const isResolved = thread ? thread.resolved !== null : type === 'reopenThread'
  if (type === 'resolveThread') {
    return isResolved ? accept() : accept({ type: 'ThreadResolved', story: story.id, thread: id })
  }
  return isResolved ? accept({ type: 'ThreadReopened', story: story.id, thread: id }) : accept()
}

/** [TA7] Each emoji once from each person. */
function react(here: Case, story: Story, talk: Talk | undefined, command: React): Decision {
  const { type, thread, comment: of, emoji } = command
  const no = refusalOf(here.state, here.actor, 'comment', { story })
  if (no) return no
  if (!isEmoji(emoji)) {
    return refuse('badReaction', 'A reaction is a single emoji, like 👍. Nothing was changed.')
  }
  const found = findComment(talk, thread, of)
  if ('ok' in found) return found
  const reactions = found.comment?.reactions ?? {}
  const has = reactions[emoji]?.includes(here.actor.id) ?? false
  const fact = { story: story.id, thread, comment: of, emoji }
  if (type === 'withdrawReaction') {
    return has || !found.comment ? accept({ type: 'ReactionWithdrawn', ...fact }) : accept()
  }
  if (has) return accept()
  if (reactions[emoji] === undefined && Object.keys(reactions).length >= EMOJI_MAX) {
    return refuse(
      'badReaction',
      `A comment takes at most ${EMOJI_MAX} different emoji. Use one that is there.`,
    )
  }
  return accept({ type: 'CommentReacted', ...fact })
}

/** [TA8] By whoever may write in the story: accepting is an edit. */
function settleSuggestion(
  here: Case,
  story: Story,
  talk: Talk | undefined,
  command: SettleSuggestion,
): Decision {
  const { thread: id, outcome } = command
  const no = refusalOf(here.state, here.actor, 'edit', { story })
  if (no) return no
  const thread = talk?.get(id)
  if (talk && !thread) return noThread()
  if (thread && thread.suggestion === null) {
    return refuse('noSuggestion', 'Nothing is suggested there any more. Nothing was changed.')
  }
  if (thread?.settled) {
    if (thread.settled.outcome === outcome) return accept()
    return alreadySettled(thread.settled)
  }
  const closes = thread === undefined || thread.resolved === null
  return accept({ type: 'SuggestionSettled', story: story.id, thread: id, outcome, closes })
}

/** Gives a comment that is there, or the refusal. Unknown where the discussion is. */
function findComment(
  talk: Talk | undefined,
  threadId: string,
  id: string,
): { readonly thread?: Thread; readonly comment?: Comment } | Refusal {
  if (!talk) return {}
  const thread = talk.get(threadId)
  if (!thread) return noThread()
  const comment = commentOf(thread, id)
  if (!comment || comment.deletedAt !== null) {
    return refuse('commentNotFound', 'This comment does not exist any more. Nothing was changed.')
  }
  return { thread, comment }
}
