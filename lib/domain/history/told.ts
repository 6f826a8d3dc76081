import type { Stage } from '../stage.ts'

/** An event as people read it: whoever did it, and then `words`: "Ana" "moved it from Idea to Refinement". */
export interface Told {
  readonly words: readonly Word[]
  /** What the person wrote about it: a reason. */
  readonly quote: string | null
  /** What else is on record about it: phrases without a full stop. */
  readonly notes: readonly string[]
}

/** Words as they are, or the name of something that can be shown as such. */
export type Word = string | Named

export interface Named {
  readonly name: string
  /** Where a story can be: the stage, or a step of a team's backlog. */
  readonly home?: Stage | 'backlog'
  /** The id of the story that the name leads to. */
  readonly story?: string
}

/** Tells an event in these words, without a reason or more on record. */
export function say(...words: readonly Word[]): Told {
  return { words, quote: null, notes: [] }
}

/** Adds what changed: a single change ends the sentence, several are on record below it. */
export function withChanges(told: Told, changes: readonly string[]): Told {
  const [only, ...more] = changes
  if (only === undefined) return told
  if (more.length > 0) return { ...told, notes: [...told.notes, ...changes.map(capital)] }
  return { ...told, words: [...told.words, `: ${only}`] }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Gives the words as plain text. */
export function plainWords(words: readonly Word[]): string {
  return words.map((word) => (typeof word === 'string' ? word : word.name)).join('')
}

/** Gives "Ana", "Ana and Bo", "Ana, Bo and Kim". */
export function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

/** Gives a number of things: "1 check", "2 checks". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** Gives a date without a time (`YYYY-MM-DD`) as people write it: "3 Apr 2026". */
export function dateInWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`
}
