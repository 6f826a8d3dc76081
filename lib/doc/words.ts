import { XmlElement, XmlText } from 'yjs'

const READ_ALONE = new Set(['customerValue', 'criterion', 'question', 'design'])

/**
 * True for a block that is read on its own, wherever it is, and is no part of what is around it. So a document is read
 * once, also when a client has put ten thousand questions into each other.
 */
export function isReadAlone(block: XmlElement): boolean {
  return READ_ALONE.has(block.nodeName)
}

/** Visits the texts of a block in reading order. What is in a child that `isLeft` names is left out. */
export function* textsIn(
  block: XmlElement,
  isLeft: (child: XmlElement) => boolean = never,
): Generator<XmlText> {
  // Its own stack, not recursion: the depth is whatever a client wrote.
  const ahead: unknown[] = block.toArray().toReversed()
  while (ahead.length > 0) {
    const node = ahead.pop()
    if (node instanceof XmlText) yield node
    else if (node instanceof XmlElement && !isReadAlone(node) && !isLeft(node))
      for (const child of node.toArray().toReversed()) ahead.push(child)
  }
}

/** Gives the words of a block in reading order, with single spaces between them. */
export function wordsIn(block: XmlElement, isLeft?: (child: XmlElement) => boolean): string {
  return [...textsIn(block, isLeft)].map(textOf).join(' ').replace(/\s+/g, ' ').trim()
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
