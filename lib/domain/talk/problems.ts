import { type Refusal, refuse } from '../refusal.ts'
import { isStoryId } from '../story.ts'
import {
  commentOf,
  COMMENTS_MAX,
  type Settled,
  type Talk,
  type Thread,
  THREADS_MAX,
} from './thread.ts'

/** Gives the refusal of another thread on a story that holds as many as it may, or null. */
export function threadsProblem(talk: Talk | undefined): Refusal | null {
  if (!talk || talk.size < THREADS_MAX) return null
  return refuse(
    'tooMuch',
    `A story holds at most ${THREADS_MAX} discussions. Nothing was sent; answer in one of them, or delete old ones.`,
  )
}

/** Gives the refusal of another comment in a thread that holds as many as it may, or null. */
export function commentsProblem(thread: Thread | undefined): Refusal | null {
  if (!thread || thread.comments.length < COMMENTS_MAX) return null
  return refuse(
    'tooMuch',
    `A discussion holds at most ${COMMENTS_MAX} comments. Nothing was sent; start a new one.`,
  )
}

/** True when a comment has this id, in whichever thread. */
export function knows(talk: Talk, comment: string): boolean {
  for (const thread of talk.values()) if (commentOf(thread, comment)) return true
  return false
}

export function noThread(): Refusal {
  return refuse(
    'threadNotFound',
    'This discussion does not exist any more. What you wrote was not sent; start a new one.',
  )
}

export function idProblem(id: string): Refusal | null {
  if (isStoryId(id)) return null
  return refuse(
    'invalid',
    'The id of a discussion or comment is 1 to 64 letters, digits, "_" or "-". Nothing was sent.',
  )
}

export function taken(): Refusal {
  return refuse(
    'idTaken',
    'There is a discussion or comment with this id already. Nothing was sent.',
  )
}

/** What became of a suggestion is decided once, and taken back only by whoever did (TA8). */
export function alreadySettled({ outcome }: Settled): Refusal {
  return refuse(
    'alreadySettled',
    `This suggestion was ${outcome} already. Nothing was changed; suggest it again if it should be looked at anew.`,
  )
}
