import { type Refusal, refuse } from '../refusal.ts'
import {
  lengthOf,
  type Talk,
  TALK_MAX_CHARACTERS,
  type Thread,
  THREAD_MAX_CHARACTERS,
} from './thread.ts'

/**
 * [TA15] Gives why a discussion does not take `more` characters, or null. `thread`: where they go, undefined for a new one.
 * What makes it shorter is always taken; of a discussion that is not known the server judges.
 */
export function roomProblem(
  talk: Talk | undefined,
  thread: Thread | undefined,
  more: number,
): Refusal | null {
  if (!talk || more <= 0) return null
  if (thread && lengthOf(thread) + more > THREAD_MAX_CHARACTERS) {
    return refuse(
      'tooMuch',
      `A discussion holds at most ${count(THREAD_MAX_CHARACTERS)} characters, and this would be more. Nothing was sent; start a new thread with it.`,
    )
  }
  let length = more
  for (const each of talk.values()) length += lengthOf(each)
  if (length <= TALK_MAX_CHARACTERS) return null
  return refuse(
    'tooMuch',
    `What is said about a story holds at most ${count(TALK_MAX_CHARACTERS)} characters, and this would be more. Nothing was sent; delete old comments, or put it into the story's text.`,
  )
}

function count(number: number): string {
  return number.toLocaleString('en')
}
