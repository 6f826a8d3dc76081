import type { Schema } from '@tiptap/pm/model'
import * as Y from 'yjs'
import { AnchorFinder, anchorOf, type Found, type Spot } from './anchor.ts'
import type { Anchor } from '../domain/talk/thread.ts'
import { BODY } from './schema.ts'

/** Where an anchor is in the editor's document. */
export interface Range {
  readonly from: number
  readonly to: number
  /** It is a whole block, not words of it. */
  readonly isBlock: boolean
}

/**
 * Finds anchors in the editor's document. Everything that is in Yjs and that the schema knows is in there in the same order,
 * so that positions are counted, not searched. Made anew whenever the document has changed.
 */
export class AnchorPlaces {
  readonly #finder: AnchorFinder
  readonly #doc: Y.Doc
  readonly #schema: Schema
  #starts: ReadonlyMap<Y.XmlText | Y.XmlElement, { at: number; size: number }> | null = null

  constructor(doc: Y.Doc, schema: Schema) {
    this.#doc = doc
    this.#schema = schema
    this.#finder = new AnchorFinder(doc)
  }

  /** Gives where an anchor is; null where what it was about is gone. */
  of(anchor: Anchor): Range | null {
    const found = this.#finder.find(anchor)
    return found && this.#rangeOf(found)
  }

  #rangeOf(found: Found): Range | null {
    this.#starts ??= placesIn(this.#doc, this.#schema)
    if (found.kind === 'block') {
      const place = this.#starts.get(found.node)
      return place ? { from: place.at, to: place.at + place.size, isBlock: true } : null
    }
    const [first, last] = [this.#starts.get(found.from.text), this.#starts.get(found.to.text)]
    if (!first || !last) return null
    return { from: first.at + found.from.index, to: last.at + found.to.index, isBlock: false }
  }
}

/** Makes the anchor of a selection; null where no text is selected. */
export function anchorAt(doc: Y.Doc, schema: Schema, from: number, to: number): Anchor | null {
  const places = placesIn(doc, schema)
  let [first, last]: (Spot | null)[] = [null, null]
  for (const [text, { at }] of places) {
    if (!(text instanceof Y.XmlText)) continue
    const end = at + text.length
    if (end <= from || at >= to) continue
    first ??= { text, index: Math.max(0, from - at) }
    last = { text, index: Math.min(text.length, to - at) }
  }
  return first && last ? anchorOf(doc, first, last) : null
}

/** Counts where everything is: a text is as long as its characters, a leaf is one, every other node has two ends. */
function placesIn(
  doc: Y.Doc,
  schema: Schema,
): Map<Y.XmlText | Y.XmlElement, { at: number; size: number }> {
  const places = new Map<Y.XmlText | Y.XmlElement, { at: number; size: number }>()
  const visit = (node: unknown, at: number): number => {
    if (node instanceof Y.XmlText) {
      places.set(node, { at, size: node.length })
      return node.length
    }
    if (!(node instanceof Y.XmlElement)) return 0
    const type = schema.nodes[node.nodeName]
    if (!type) return 0
    let size = 1
    if (!type.isLeaf) {
      for (const child of node.toArray()) size += visit(child, at + size)
      size += 1
    }
    places.set(node, { at, size })
    return size
  }
  let at = 0
  for (const node of doc.getXmlFragment(BODY).toArray()) at += visit(node, at)
  return places
}
