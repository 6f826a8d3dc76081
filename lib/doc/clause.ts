/** The words of a criterion in Given / When / Then form, in the order they are written in. */
export const CLAUSE_WORDS = ['given', 'when', 'then', 'and'] as const
export type ClauseWord = (typeof CLAUSE_WORDS)[number]

/** One line of a criterion: the rule itself, which has no word, or a clause of it. */
export interface CriterionLine {
  readonly word: ClauseWord | null
  readonly words: string
}

/** Reads the word of a clause, whoever wrote it. */
export function readClauseWord(word: unknown): ClauseWord {
  return CLAUSE_WORDS.find((known) => known === word) ?? 'and'
}

/** Gives the word as it is written at the beginning. */
export function clauseName(word: ClauseWord): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** Gives the word of the clause that is written after one. */
export function wordAfter(word: ClauseWord): ClauseWord {
  return CLAUSE_WORDS[CLAUSE_WORDS.indexOf(word) + 1] ?? 'and'
}

/** Gives the next word in the round of all four. */
export function otherWord(word: ClauseWord): ClauseWord {
  return CLAUSE_WORDS[CLAUSE_WORDS.indexOf(word) + 1] ?? 'given'
}

/** Writes the lines of a criterion as one sentence: "Header only: given an empty filter, when she exports, then …". */
export function sentenceOf(lines: readonly CriterionLine[]): string {
  const rule = lines.filter(({ word, words }) => word === null && words !== '')
  const clauses = lines.filter(({ word, words }) => word !== null && words !== '')
  const start = rule.map(({ words }) => words).join(' ')
  const rest = clauses.map(({ word, words }) => `${word} ${words}`).join(', ')
  if (rest === '') return start
  return start === '' ? capital(rest) : `${start.replace(/[.:;,]$/, '')}: ${rest}`
}

/** A clause found in a sentence: its word, and where its own text begins and ends (UTF-16 code units). */
export interface FoundClause {
  readonly word: ClauseWord
  readonly from: number
  readonly to: number
}

/**
 * Finds the clauses of a sentence in Given / When / Then form, as people type it on one line: with commas or without. Gives
 * none when it does not begin with Given or When, be it after a rule and a colon. `to` of the rule is where the clauses
 * begin.
 */
export function findClauses(sentence: string): { ruleTo: number; clauses: FoundClause[] } {
  const begin = /^(?:[^:]*:\s+)?(?=(?:given|when)\s)/i.exec(sentence)
  if (!begin) return { ruleTo: sentence.length, clauses: [] }
  const start = begin[0].length
  const rest = sentence.slice(start)
  // A bare "and" joins words more often than clauses.
  const marks = [...rest.matchAll(/(?:^|[,;.]?\s+)(given|when|then)\s+|[,;.]\s+(and)\s+/gi)]
  const clauses = marks.map((mark, index) => ({
    word: readClauseWord((mark[1] ?? mark[2])?.toLowerCase()),
    from: start + mark.index + mark[0].length,
    to: start + (marks[index + 1]?.index ?? rest.length),
  }))
  return { ruleTo: start - (/:\s+$/.exec(begin[0])?.[0].length ?? 0), clauses }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
