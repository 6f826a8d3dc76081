import type { EventFrame } from '../event.ts'
import { assertNever, must } from '../must.ts'
import type { Said, TalkFact } from './event.ts'
import { type Comment, commentOf, type Talk, type TalkCount, type Thread } from './thread.ts'

type TalkEvent = EventFrame & TalkFact

/** Gives the discussion of a story after an event in it (I8). What did not change keeps its identity. */
export function applyTalk(talk: Talk, event: TalkEvent): Talk {
  const after = new Map(talk)
  const thread = threadAfter(talk.get(event.thread), event)
  if (thread) after.set(event.thread, thread)
  else after.delete(event.thread)
  return after
}

/** Gives a thread after an event in it; null when it ended with its last comment. */
export function threadAfter(before: Thread | undefined, event: TalkEvent): Thread | null {
  if (event.type === 'ThreadStarted') {
    const { thread: id, anchor, suggestion } = event
    return { id, anchor, suggestion, settled: null, resolved: null, comments: [said(event)] }
  }
  if (event.type === 'CommentRestored') return restored(before, event)
  const thread = must(before, `thread ${event.thread} of event ${event.seq}`)
  switch (event.type) {
    case 'ThreadReplied':
      return { ...thread, comments: [...thread.comments, said(event)] }
    case 'CommentEdited': {
      const { text, mentions, at } = event
      return changed(thread, event.comment, (comment) => ({
        ...comment,
        text: text ?? '',
        mentions,
        editedAt: at,
      }))
    }
    case 'CommentDeleted':
      return deleted(thread, event.comment, event.at)
    case 'ThreadResolved':
      return { ...thread, resolved: { by: event.by, at: event.at } }
    case 'ThreadReopened':
      return { ...thread, resolved: null }
    case 'CommentReacted':
      return changed(thread, event.comment, (comment) => reacted(comment, event.emoji, event.by))
    case 'ReactionWithdrawn':
      return changed(thread, event.comment, (comment) => withdrawn(comment, event.emoji, event.by))
    case 'SuggestionSettled': {
      const { by, at, outcome } = event
      return { ...thread, settled: { by, at, outcome }, resolved: thread.resolved ?? { by, at } }
    }
    case 'SuggestionUnsettled':
      return { ...thread, settled: null, resolved: event.opens ? null : thread.resolved }
    default:
      return assertNever(event)
  }
}

/** Gives how much is said about a story after an event in its discussion. */
export function counted({ comments, open }: TalkCount, event: TalkFact): TalkCount {
  switch (event.type) {
    case 'ThreadStarted':
      return { comments: comments + 1, open: open + 1 }
    case 'ThreadReplied':
      return { comments: comments + 1, open }
    case 'CommentDeleted':
      return { comments: comments - 1, open: open - Number(event.closes) }
    case 'ThreadResolved':
      return { comments, open: open - 1 }
    case 'ThreadReopened':
      return { comments, open: open + 1 }
    case 'CommentRestored':
      return { comments: comments + 1, open: open + Number(event.opens) }
    case 'SuggestionUnsettled':
      return { comments, open: open + Number(event.opens) }
    case 'SuggestionSettled':
      return { comments, open: open - Number(event.closes) }
    case 'CommentEdited':
    case 'CommentReacted':
    case 'ReactionWithdrawn':
      return { comments, open }
    default:
      return assertNever(event)
  }
}

/** TA5: gives the thread without a comment; where somebody has answered, its place stays. Null: nothing is left. */
export function deleted(thread: Thread, id: string, at: number): Thread | null {
  const index = thread.comments.findIndex((comment) => comment.id === id)
  const isAnswered = index < thread.comments.length - 1
  let comments = isAnswered
    ? thread.comments.map((comment) => (comment.id === id ? emptied(comment, at) : comment))
    : thread.comments.slice(0, index)
  // Places that only an answer kept go with it.
  while (comments.length > 0 && comments.at(-1)?.deletedAt !== null)
    comments = comments.slice(0, -1)
  if (comments.length === 0) return null
  return { ...thread, comments, suggestion: index === 0 ? null : thread.suggestion }
}

/** The comment stands in its place if that is still there, else at the end; its thread is there again. */
function restored(
  before: Thread | undefined,
  event: Extract<TalkEvent, { type: 'CommentRestored' }>,
): Thread {
  const { thread: id, comment: of, anchor, suggestion, mentions, reactions = {} } = event
  const comment = { ...said(event), reactions }
  if (!before) {
    return { id, anchor, suggestion, settled: null, resolved: null, comments: [comment] }
  }
  if (!commentOf(before, of)) return { ...before, comments: [...before.comments, comment] }
  const thread = changed(before, of, (place) => ({
    ...place,
    text: event.text ?? '',
    mentions,
    reactions,
    deletedAt: null,
  }))
  return suggestion === null ? thread : { ...thread, suggestion }
}

function said({ comment, by, at, text, mentions }: EventFrame & Said): Comment {
  return {
    id: comment,
    by,
    at,
    text: text ?? '',
    editedAt: null,
    deletedAt: null,
    mentions,
    reactions: {},
  }
}

function emptied(comment: Comment, at: number): Comment {
  return { ...comment, text: '', mentions: { people: [], teams: [] }, reactions: {}, deletedAt: at }
}

function changed(thread: Thread, id: string, change: (comment: Comment) => Comment): Thread {
  must(commentOf(thread, id), `comment ${id} of thread ${thread.id}`)
  const comments = thread.comments.map((comment) => (comment.id === id ? change(comment) : comment))
  return { ...thread, comments }
}

function reacted(comment: Comment, emoji: string, user: string): Comment {
  const users = comment.reactions[emoji] ?? []
  return { ...comment, reactions: { ...comment.reactions, [emoji]: [...users, user] } }
}

function withdrawn(comment: Comment, emoji: string, user: string): Comment {
  const { [emoji]: users = [], ...others } = comment.reactions
  const left = users.filter((other) => other !== user)
  return {
    ...comment,
    reactions: left.length === 0 ? others : { ...comment.reactions, [emoji]: left },
  }
}
