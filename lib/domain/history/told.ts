import type { Stage } from '../stage.ts'
import type { ENGLISH } from './english.ts'

/** An event as people read it: whoever did it, and then `words`: "Ana" "moved it from Idea to Refinement". */
export interface Told {
  readonly words: Phrase
  /** What the person wrote about it: a reason. */
  readonly quote: string | null
  /** What else is on record about it: phrases without a full stop. */
  readonly notes: readonly Phrase[]
}

export type PhraseName = keyof typeof ENGLISH

/** Words by their name, and what stands in them: each language has its own (`english.ts`, `messages/`). */
export interface Phrase {
  readonly name: PhraseName
  readonly values: Readonly<Record<string, Value>>
}

export type Value = string | number | Named | Phrase | Day | Several

/** The name of something that can be shown as such. */
export interface Named {
  readonly called: string | Phrase
  /** Where a story can be: the stage, or a step of a team's backlog. */
  readonly home?: Stage | 'backlog'
  /** The story that the name leads to: its key, or its id while it has none. */
  readonly story?: string
}

/** A date without a time (`YYYY-MM-DD`). */
export interface Day {
  readonly day: string
}

/** Several of a kind: "A, B and C", or with something else `between` them. */
export interface Several {
  readonly all: readonly Value[]
  readonly between?: string
}

/** Gives words by their name. */
export function phrase(name: PhraseName, values: Phrase['values'] = {}): Phrase {
  return { name, values }
}

/** Tells an event in these words, without a reason or more on record. */
export function say(name: PhraseName, values: Phrase['values'] = {}): Told {
  return { words: phrase(name, values), quote: null, notes: [] }
}

/** Adds what changed: a single change ends the sentence, several are on record below it. */
export function withChanges(told: Told, changes: readonly Phrase[]): Told {
  const [only, ...more] = changes
  if (only === undefined) return told
  if (more.length > 0) return { ...told, notes: [...told.notes, ...changes] }
  return { ...told, words: phrase('toldWith', { told: told.words, change: only }) }
}
