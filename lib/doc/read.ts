import { type Doc, XmlElement, type XmlFragment, XmlText } from 'yjs'
import { attributeOf } from './blocks.ts'
import { clauseName, readClauseWord } from './clause.ts'
import { fileOf, wordsOfFile } from './fileBlocks.ts'
import { BODY } from './schema.ts'
import { textOf, wordsOf } from './words.ts'

/** Nodes that say something without holding a letter. */
const WORDLESS = new Set(['horizontalRule', 'table', 'linkCard', 'mention', 'image', 'attachment'])

/**
 * Gives what a story says as plain text, one line a block. Needs no schema: it also reads documents of newer
 * editors, and those that a foreign client has broken.
 */
export function storyText(doc: Doc): string {
  const lines: string[] = []
  walk(doc.getXmlFragment(BODY), (node) => {
    if (node instanceof XmlText || node.nodeName === 'mention')
      lines[Math.max(lines.length - 1, 0)] = (lines.at(-1) ?? '') + wordsOf(node)
    else if (fileOf(node) !== null) lines.push(wordsOfFile(node))
    else if (node.nodeName === 'hardBreak') lines.push('')
    else if (node.nodeName === 'linkCard') lines.push(wordsOf(node))
    else if (holdsText(node)) lines.push(node.nodeName === 'clause' ? clauseWord(node) : '')
  })
  return lines.join('\n').trim()
}

/** True while nobody has written anything: no text, table, divider or file, and no word about the design. */
export function isEmptyBody(doc: Doc): boolean {
  let empty = true
  walk(doc.getXmlFragment(BODY), (node) => {
    if (node instanceof XmlText ? textOf(node).trim() !== '' : saysWithoutWords(node)) empty = false
  })
  return empty
}

/** Visits every node in reading order. Its own stack, not recursion: the depth is whatever a client wrote. */
function walk(body: XmlFragment, visit: (node: XmlText | XmlElement) => void): void {
  const ahead: unknown[] = body.toArray().toReversed()
  while (ahead.length > 0) {
    const node = ahead.pop()
    if (node instanceof XmlText) visit(node)
    else if (node instanceof XmlElement) {
      visit(node)
      for (const child of node.toArray().toReversed()) ahead.push(child)
    }
  }
}

function saysWithoutWords(node: XmlElement): boolean {
  return (
    WORDLESS.has(node.nodeName) ||
    (node.nodeName === 'design' && attributeOf(node, 'needed') === false)
  )
}

function holdsText(node: XmlElement): boolean {
  return node.toArray().some(isText)
}

/** A clause begins with its word, which is an attribute: "Given an empty filter". */
function clauseWord(clause: XmlElement): string {
  return `${clauseName(readClauseWord(attributeOf(clause, 'word')))} `
}

/** A line may be nothing but a mention. */
function isText(child: unknown): boolean {
  return child instanceof XmlText || (child instanceof XmlElement && child.nodeName === 'mention')
}
