import type { Node } from '@tiptap/pm/model'
import type { Range } from '#lib/doc/anchorPlace.ts'

/**
 * Gives where the words stand that took the place of others: an edit leaves the letters that both have ("librar" of "library" in
 * "libraries"), and an anchor follows those alone. `left` as it is where the words are not around it.
 */
export function withAccepted(doc: Node, left: Range, words: string): Range {
  if (left.isBlock || left.to > doc.content.size) return left
  const $from = doc.resolve(left.from)
  const start = $from.start()
  const [from, to] = [left.from - start, left.to - start]
  if (!$from.parent.isTextblock || to > $from.parent.content.size) return left
  const line = $from.parent.textBetween(0, $from.parent.content.size, null, '\uFFFC')
  const at = line.indexOf(words, Math.max(0, to - words.length))
  if (at < 0 || at > from) return left
  return { ...left, from: start + at, to: start + at + words.length }
}
