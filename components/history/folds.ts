import type { Row } from '#lib/doc/compare/blocks.ts'

/** Rows that are shown, or so many without a change that they are folded into one line. */
export interface Fold {
  readonly kind: 'shown' | 'same'
  /** The place of the first row. */
  readonly at: number
  readonly rows: readonly Row[]
}

/** What stays around a change. */
const CONTEXT = 1
/** Fewer are not worth folding. */
const LEAST = 3

/** Folds what did not change, but for what stands right beside a change. */
export function foldsOf(rows: readonly Row[]): Fold[] {
  const near = new Set<number>()
  for (const [at, { kind }] of rows.entries()) {
    if (kind === 'same') continue
    for (let by = at - CONTEXT; by <= at + CONTEXT; by += 1) near.add(by)
  }
  const folds: Fold[] = []
  for (let at = 0; at < rows.length;) {
    let end = at
    const isNear = near.has(at)
    while (end < rows.length && near.has(end) === isNear) end += 1
    const kind = !isNear && end - at >= LEAST ? 'same' : 'shown'
    folds.push({ kind, at, rows: rows.slice(at, end) })
    at = end
  }
  return folds
}
