import type { Node } from '@tiptap/pm/model'

/**
 * Gives a range without the spaces at its edges, which a double click or a hasty hand takes along; as it is where it is
 * nothing but spaces.
 */
export function wordsWithin(
  doc: Node,
  { from, to }: { readonly from: number; readonly to: number },
): { readonly from: number; readonly to: number } {
  const isSpace = (at: number) => /^\s$/u.test(doc.textBetween(at, at + 1))
  let [first, last] = [from, to]
  while (first < last && isSpace(first)) first += 1
  while (last > first && isSpace(last - 1)) last -= 1
  return first < last ? { from: first, to: last } : { from, to }
}
