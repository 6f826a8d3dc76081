import { mergeWords } from '#lib/doc/mergeWords.ts'

/** What is being typed, the line it began with, and where the caret goes when others have changed it. */
export interface Draft {
  readonly words: string
  readonly base: string
  readonly caret: number | null
}

/** Gives a draft with what somebody else has made of the line since it was begun. A blank that was just typed stays. */
export function withOthers(draft: Draft, now: string, at: number): Draft {
  const { words, base } = draft
  if (now === base) return draft
  const all = mergeWords(base, now, words)
  const merged = /\s$/.test(words) && all !== '' ? `${all} ` : all
  return { words: merged, base: now, caret: caretIn(words, at, merged) }
}

/** Gives where the caret is in a changed line: behind the same words, or in front of the same rest. */
function caretIn(before: string, at: number, after: string): number {
  const rest = before.slice(at)
  if (after.endsWith(rest)) return after.length - rest.length
  return after.startsWith(before.slice(0, at)) ? at : Math.min(at, after.length)
}
