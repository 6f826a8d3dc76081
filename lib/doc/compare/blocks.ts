import type { Content } from '../../schema/history.ts'
import { isTextBlock } from './canonical.ts'
import { matched } from './matching.ts'
import { appliedWords, compareWords, type Piece } from './words.ts'

/** A block, as it is told apart from what it was before. */
export type Row =
  | { readonly kind: 'same'; readonly node: Content }
  /** `move`: the same number is on the row where the block was, and on the one where it is now; else null. */
  | { readonly kind: 'added' | 'removed'; readonly node: Content; readonly move: number | null }
  | ChangedRow

export interface ChangedRow {
  readonly kind: 'changed'
  readonly before: Content
  readonly after: Content
  readonly inside:
    | { readonly kind: 'words'; readonly pieces: readonly Piece[] }
    | { readonly kind: 'blocks'; readonly rows: readonly Row[] }
}

/**
 * Compares the blocks of two texts, and what is in them, in the order in which they are to be shown. Both are canonical.
 * Criteria and questions are known by their names, other blocks by what they say. Nothing but `same` exactly when the
 * texts are equal.
 */
export function compareBlocks(before: readonly Content[], after: readonly Content[]): Row[] {
  return matched(before, after).map((match): Row => {
    switch (match.kind) {
      case 'same':
        return { kind: 'same', node: match.after }
      case 'pair':
        return changed(match.before, match.after)
      case 'added':
      case 'removed':
        return match
    }
  })
}

/** Puts what was compared back together, from the blocks before. The opposite of `compareBlocks`. */
export function appliedBlocks(before: readonly Content[], rows: readonly Row[]): Content[] {
  const after: Content[] = []
  let at = 0
  for (const row of rows) {
    const old = before[at]
    if (row.kind !== 'added') at += 1
    if (row.kind === 'added') after.push(row.node)
    else if (row.kind === 'same' && old) after.push(old)
    else if (row.kind === 'changed' && old) after.push(appliedInside(old, row))
  }
  return after
}

/** True when nothing is different. */
export function isSame(rows: readonly Row[]): boolean {
  return rows.every(({ kind }) => kind === 'same')
}

function changed(before: Content, after: Content): ChangedRow {
  const [old, now] = [before.content ?? [], after.content ?? []]
  const inside =
    isTextBlock(before) || isTextBlock(after)
      ? ({ kind: 'words', pieces: compareWords(old, now) } as const)
      : ({ kind: 'blocks', rows: compareBlocks(old, now) } as const)
  return { kind: 'changed', before, after, inside }
}

function appliedInside({ content = [] }: Content, { after, inside }: ChangedRow): Content {
  const { content: _, ...frame } = after
  const within =
    inside.kind === 'words'
      ? appliedWords(content, inside.pieces)
      : appliedBlocks(content, inside.rows)
  return within.length > 0 ? { ...frame, content: within } : frame
}
