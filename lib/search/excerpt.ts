import { wordsOf } from './words.ts'

/** A piece of a text; `isHit`: it is what was looked for. */
export interface Piece {
  readonly text: string
  readonly isHit: boolean
}

/** So many characters of a long line are shown. */
export const EXCERPT_CHARACTERS = 160
/** So many of them stand before the first hit at most. */
const BEFORE = 48

/** Gives a whole text in pieces, by the folded words that were found in it. */
export function marked(text: string, found: ReadonlySet<string>): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  const add = (to: number, isHit: boolean) => {
    if (to > at) pieces.push({ text: text.slice(at, to), isHit })
    at = Math.max(at, to)
  }
  for (const { folded, from, to } of wordsOf(text)) {
    if (!found.has(folded)) continue
    add(from, false)
    add(to, true)
  }
  add(text.length, false)
  return pieces
}

/**
 * Gives the line of a text in which most of the found words stand, in pieces, cut to what fits into a row; null where none
 * of them is in it.
 */
export function excerptOf(text: string, found: ReadonlySet<string>): readonly Piece[] | null {
  let best: { line: string; hits: number; first: number } | null = null
  for (const line of text.split('\n')) {
    const hits = [...wordsOf(line)].filter(({ folded }) => found.has(folded))
    const words = new Set(hits.map(({ folded }) => folded)).size
    const [first] = hits
    if (first && words > (best?.hits ?? 0)) best = { line, hits: words, first: first.from }
  }
  return best && marked(cut(best.line, best.first), found)
}

/** Cuts between words, never inside of one. */
function cut(line: string, first: number): string {
  if (line.length <= EXCERPT_CHARACTERS) return line.trim()
  const from = first <= BEFORE ? 0 : line.indexOf(' ', first - BEFORE) + 1 || first
  const begin = Math.min(from, first)
  const end = begin + EXCERPT_CHARACTERS
  const to = end >= line.length ? line.length : Math.max(line.lastIndexOf(' ', end), begin + BEFORE)
  const cutAt = to <= first ? end : to
  return `${begin > 0 ? '… ' : ''}${line.slice(begin, cutAt).trim()}${cutAt < line.length ? ' …' : ''}`
}
