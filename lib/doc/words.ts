import { XmlElement, XmlText } from 'yjs'
import { attributeOf } from './blocks.ts'
import { type Card, readCard } from './card.ts'
import { mentionOf, mentionWords } from './mentions.ts'

const READ_ALONE = new Set(['customerValue', 'criterion', 'question', 'design'])

/**
 * True for a block that is read on its own, wherever it is, and is no part of what is around it. So a document is read
 * once, also when a client has put ten thousand questions into each other.
 */
export function isReadAlone(block: XmlElement): boolean {
  return READ_ALONE.has(block.nodeName)
}

/** Visits what is in a block in reading order. What is in a child that `isLeft` names is left out. */
export function* inside(
  block: XmlElement,
  isLeft: (child: XmlElement) => boolean = never,
): Generator<XmlText | XmlElement> {
  // Its own stack, not recursion: the depth is whatever a client wrote.
  const ahead: unknown[] = block.toArray().toReversed()
  while (ahead.length > 0) {
    const node = ahead.pop()
    if (node instanceof XmlText) yield node
    else if (node instanceof XmlElement && !isReadAlone(node) && !isLeft(node)) {
      yield node
      for (const child of node.toArray().toReversed()) ahead.push(child)
    }
  }
}

/** Gives the words of a block in reading order, with single spaces between them; mentions and cards are words too. */
export function wordsIn(block: XmlElement, isLeft?: (child: XmlElement) => boolean): string {
  let words = ''
  let isBroken = false
  for (const node of inside(block, isLeft)) {
    const isMention = node instanceof XmlElement && node.nodeName === 'mention'
    // A mention stands in its sentence; everything else begins a new word.
    words += isMention || !isBroken ? '' : ' '
    words += wordsOf(node)
    isBroken = !isMention
  }
  return words.replace(/\s+/g, ' ').trim()
}

/** Gives what one piece says by itself, without what is in it. */
export function wordsOf(node: XmlText | XmlElement): string {
  if (node instanceof XmlText) return textOf(node)
  if (node.nodeName === 'mention') return mentionWords(mentionOf(node))
  if (node.nodeName === 'linkCard') return cardOf(node).title
  return ''
}

/** Gives the card that an element is. */
export function cardOf(node: XmlElement): Card {
  return readCard({ href: attributeOf(node, 'href'), title: attributeOf(node, 'title') })
}

/** Gives the letters of a text, without marks and whatever is not text. */
export function textOf(node: XmlText): string {
  return (node.toDelta() as { insert: unknown }[])
    .map(({ insert }) => (typeof insert === 'string' ? insert : ''))
    .join('')
}

function never(): boolean {
  return false
}
