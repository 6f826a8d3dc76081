import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { AnchorFinder, anchorOf } from '#lib/doc/anchor.ts'
import type { Anchor } from '#lib/domain/talk/thread.ts'
import { must } from '#lib/domain/must.ts'
import { BODY } from '#lib/doc/schema.ts'

const WORDS = 'How long do we keep files, and how long the log?'

/** Two people with one paragraph; the first one can undo. */
function two() {
  const [ana, bo] = [new Y.Doc(), new Y.Doc()]
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(WORDS)])
  ana.getXmlFragment(BODY).insert(0, [paragraph])
  const undo = new Y.UndoManager(ana.getXmlFragment(BODY), { captureTimeout: 0 })
  const meet = () => Y.applyUpdate(bo, Y.encodeStateAsUpdate(ana))
  meet()
  return { ana, bo, undo, meet }
}

const textOf = (doc: Y.Doc) => (doc.getXmlFragment(BODY).get(0) as Y.XmlElement).get(0) as Y.XmlText

function anchorOn(doc: Y.Doc, from: number, length: number): Anchor {
  const text = textOf(doc)
  return must(anchorOf(doc, { text, index: from }, { text, index: from + length }), 'an anchor')
}

function placeIn(doc: Y.Doc, anchor: Anchor): [number, number] | null {
  const found = new AnchorFinder(doc).find(anchor)
  return found?.kind === 'text' ? [found.from.index, found.to.index] : null
}

test('[TA10] a short word that was overwritten is found again by everyone once an undo brings it back, also where it stands twice', () => {
  const { ana, bo, undo, meet } = two()
  const anchors = ['long', 'long the'].map((word) =>
    anchorOn(ana, WORDS.lastIndexOf(word), word.length),
  )
  const [long] = anchors as [Anchor]
  const at = WORDS.lastIndexOf('long')
  for (let time = 0; time < 2; time += 1) {
    ana.transact(() => {
      textOf(ana).delete(at, 4)
      textOf(ana).insert(at, 'ZZ')
    })
    meet()
    expect(placeIn(ana, long)).toBeNull()
    expect(placeIn(bo, long)).toBeNull()
    undo.undo()
    meet()
    for (const doc of [ana, bo]) {
      expect(textOf(doc).toJSON()).toBe(WORDS)
      expect(placeIn(doc, long)).toEqual([at, at + 4])
      expect(placeIn(doc, anchors[1]!)).toEqual([at, at + 8])
    }
  }
})

test('[TA10] words erased letter by letter come back letter by letter', () => {
  const { ana, bo, undo, meet } = two()
  const at = WORDS.indexOf('long')
  const anchor = anchorOn(ana, at, 4)
  for (let left = 4; left > 0; left -= 1) textOf(ana).delete(at + left - 1, 1)
  for (let back = 0; back < 4; back += 1) undo.undo()
  meet()
  for (const doc of [ana, bo]) expect(placeIn(doc, anchor)).toEqual([at, at + 4])
})

test('[TA10] the same words somewhere else in the line are not what was commented on', () => {
  const { ana } = two()
  const at = WORDS.lastIndexOf('long')
  const anchor = anchorOn(ana, at, 4)
  textOf(ana).delete(at, 4)
  expect(placeIn(ana, anchor)).toBeNull()
})
