import type { Node } from '@tiptap/pm/model'

/** Words of letters and digits; scripts that write without spaces count by the sign, as their writers do. */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー]|[[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]]+(?:['’.,_\-][\p{L}\p{N}\p{M}]+)*/gv

/** Gives how many words a stretch of the text has; what is mentioned is one. */
export function countWords(doc: Node, from = 0, to = doc.content.size): number {
  let words = 0
  doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isTextblock) return true
    const start = Math.max(0, from - pos - 1)
    const end = Math.min(node.content.size, to - pos - 1)
    const text = node.textBetween(start, end, null, ({ type }) =>
      type.name === 'mention' ? ' x ' : ' ',
    )
    words += text.match(WORD)?.length ?? 0
    return false
  })
  return words
}
