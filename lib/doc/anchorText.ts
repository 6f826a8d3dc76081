import * as Y from 'yjs'
import { attributeOf, blocksOf } from './blocks.ts'
import { readBlockId } from './ids.ts'

/** A text of the document where it stands, with the element it is directly in. */
export interface Line {
  readonly text: Y.XmlText
  readonly parent: Y.XmlElement
}

/** Some characters that were written together, as far as they are still there. */
export interface Piece {
  readonly item: Y.Item
  /** The place of the first one in its text. */
  readonly index: number
  readonly words: string
}

/** Visits every text of a document in reading order. */
export function* linesOf(doc: Y.Doc): Generator<Line> {
  for (const { node } of blocksOf(doc)) {
    for (const child of node.toArray()) {
      if (child instanceof Y.XmlText) yield { text: child, parent: node }
    }
  }
}

/** Visits the characters of a text in their order. */
export function* piecesOf(text: Y.XmlText): Generator<Piece> {
  let index = 0
  for (let item = text._start; item; item = item.right) {
    if (item.deleted || !item.countable) continue
    if (item.content instanceof Y.ContentString) yield { item, index, words: item.content.str }
    index += item.length
  }
}

/** Gives the characters of a text, each at its place; what is none has a sign for it. */
export function charactersOf(text: Y.XmlText): string {
  let characters = ''
  for (const { index, words } of piecesOf(text))
    characters = characters.padEnd(index, '\uFFFC') + words
  return characters
}

/** Gives how many characters of its text stand before an item, which may be deleted. */
export function lengthBefore(item: Y.Item): number {
  let length = 0
  for (let before = item.left; before; before = before.left) {
    if (!before.deleted && before.countable) length += before.length
  }
  return length
}

/** Gives the stable id of the block that something is in, the nearest one that has any. */
export function blockIdAround(node: Y.XmlElement): string | null {
  for (let block: unknown = node; block instanceof Y.XmlElement; block = block.parent) {
    const id = readBlockId(attributeOf(block, 'id'))
    if (id !== null) return id
  }
  return null
}

/** Gives the block with a stable id; of two (it was moved twice at once) the first. */
export function blockById(doc: Y.Doc, id: string): Y.XmlElement | null {
  for (const { node } of blocksOf(doc)) if (attributeOf(node, 'id') === id) return node
  return null
}

/** True for an element that is, or is inside, another one. */
export function isInside(node: Y.XmlElement, outer: Y.XmlElement): boolean {
  for (let block: unknown = node; block instanceof Y.XmlElement; block = block.parent) {
    if (block === outer) return true
  }
  return false
}
