import { diffArrays } from 'diff'
import type { Content } from '../../schema/history.ts'
import { keyOf, markKey } from './canonical.ts'

/** A part of a line of text, as it is told apart from what it was before. */
export type Piece =
  | { readonly kind: 'same' | 'added' | 'removed'; readonly content: readonly Content[] }
  /** The same words, in other marks: `was` before, `content` afterwards. */
  | {
      readonly kind: 'marked'
      readonly content: readonly Content[]
      readonly was: readonly Content[]
    }

/** Lines that differ in more words than this are told as one put in the place of the other. */
const MOST_EDITS = 1_500

/** Compares two lines of text word by word. Both are canonical. Nothing but `same` exactly when they are equal. */
export function compareWords(before: readonly Content[], after: readonly Content[]): Piece[] {
  const [a, b] = [tokensOf(before), tokensOf(after)]
  let start = 0
  while (start < a.length && start < b.length && isSameWord(a[start], b[start])) start += 1
  let end = 0
  const most = Math.min(a.length, b.length) - start
  while (end < most && isSameWord(a[a.length - 1 - end], b[b.length - 1 - end])) end += 1
  const [was, is] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  return joined([
    ...paired(a.slice(0, start), b.slice(0, start)),
    ...between(was, is),
    ...paired(a.slice(a.length - end), b.slice(b.length - end)),
  ])
}

/** Puts what was compared back together, from the line before. The opposite of `compareWords`. */
export function appliedWords(before: readonly Content[], pieces: readonly Piece[]): Content[] {
  const tokens = tokensOf(before)
  const after: Content[] = []
  let at = 0
  for (const { kind, content } of pieces) {
    const length = tokensOf(content).length
    if (kind === 'same') after.push(...tokens.slice(at, at + length))
    else if (kind !== 'removed') after.push(...content)
    if (kind !== 'added') at += length
  }
  return joinedTexts(after)
}

/** Gives the length of what stands in a line, in UTF-16 code units; what is no text has none. */
export function lengthOf(content: readonly Content[]): number {
  return content.reduce((sum, { text = '' }) => sum + text.length, 0)
}

/** Words, runs of blanks and signs each by themselves; what is no text is one of them. */
function tokensOf(line: readonly Content[]): Content[] {
  return line.flatMap((node) => {
    if (node.type !== 'text') return [node]
    const words = (node.text ?? '').match(/[\p{L}\p{N}\p{M}_]+|\s+|[^\p{L}\p{N}\p{M}_\s]/gu) ?? []
    return words.map((text) => ({ ...node, text }))
  })
}

function isSameWord(a: Content | undefined, b: Content | undefined): boolean {
  if (!a || !b || a.type !== b.type) return false
  return a.type === 'text' ? a.text === b.text : keyOf(a) === keyOf(b)
}

function between(was: Content[], is: Content[]): Piece[] {
  const changes = diffArrays(was, is, { comparator: isSameWord, maxEditLength: MOST_EDITS })
  if (!changes) return [...removed(was), ...added(is)]
  const pieces: Piece[] = []
  let [at, from] = [0, 0]
  for (const change of changes) {
    const { length } = change.value
    if (change.added) pieces.push(...added(is.slice(at, at + length)))
    else if (change.removed) pieces.push(...removed(was.slice(from, from + length)))
    else pieces.push(...paired(was.slice(from, from + length), is.slice(at, at + length)))
    if (!change.removed) at += length
    if (!change.added) from += length
  }
  return pieces
}

/** The same words: where their marks differ, that is what changed. */
function paired(was: readonly Content[], is: readonly Content[]): Piece[] {
  return is.map((word, index): Piece => {
    const old = was[index] ?? word
    return markKey(old) === markKey(word)
      ? { kind: 'same', content: [word] }
      : { kind: 'marked', content: [word], was: [old] }
  })
}

function removed(content: Content[]): Piece[] {
  return content.length > 0 ? [{ kind: 'removed', content }] : []
}

function added(content: Content[]): Piece[] {
  return content.length > 0 ? [{ kind: 'added', content }] : []
}

function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = []
  for (const piece of pieces) {
    const last = all.at(-1)
    if (last?.kind !== piece.kind) all.push(piece)
    else all[all.length - 1] = withMore(last, piece)
  }
  return all.map((piece) =>
    piece.kind === 'marked'
      ? { ...piece, content: joinedTexts(piece.content), was: joinedTexts(piece.was) }
      : { ...piece, content: joinedTexts(piece.content) },
  )
}

function withMore(first: Piece, more: Piece): Piece {
  const content = [...first.content, ...more.content]
  return first.kind === 'marked' && more.kind === 'marked'
    ? { ...first, content, was: [...first.was, ...more.was] }
    : ({ ...first, content } as Piece)
}

function joinedTexts(content: readonly Content[]): Content[] {
  const nodes: Content[] = []
  for (const node of content) {
    const last = nodes.at(-1)
    if (last?.type === 'text' && node.type === 'text' && markKey(last) === markKey(node)) {
      nodes[nodes.length - 1] = { ...last, text: `${last.text}${node.text}` }
    } else nodes.push(node)
  }
  return nodes
}
