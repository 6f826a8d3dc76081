import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { AnchorFinder, anchorOf, type Found } from '#lib/doc/anchor.ts'
import { linesOf, piecesOf } from '#lib/doc/anchorText.ts'
import { BODY } from '#lib/doc/schema.ts'
import type { Anchor } from '#lib/domain/talk/thread.ts'

const RUNS = Number(process.env.RUNS ?? 250)
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_000)

/** Characters that stand nowhere else: a character says by itself which one it is. */
class Alphabet {
  #next = 0x4e00
  take(count: number): string {
    return Array.from({ length: count }, () => String.fromCharCode(this.#next++)).join('')
  }
}

const index = fc.nat({ max: 1_000 })
const act = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('type'),
      block: index,
      at: index,
      length: fc.integer({ min: 1, max: 4 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('erase'),
      block: index,
      at: index,
      length: fc.integer({ min: 1, max: 6 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('split'), block: index, at: index }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('move'), block: index, to: index }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove'), block: index }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('anchor'),
      block: index,
      at: index,
      length: fc.integer({ min: 1, max: 12 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('undo') }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('meet'), other: index }) },
)
type Act = {
  kind: string
  block?: number
  at?: number
  length?: number
  to?: number
  other?: number
}
const step = fc.record({ person: index, act: act as fc.Arbitrary<Act> })

/** Somebody with a copy of the document, on a line that comes and goes. */
class Person {
  readonly doc = new Y.Doc()
  readonly undo = new Y.UndoManager(this.doc.getXmlFragment(BODY), { captureTimeout: 0 })

  get blocks(): Y.XmlElement[] {
    return this.doc.getXmlFragment(BODY).toArray() as Y.XmlElement[]
  }

  meet(other: Person): void {
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(other.doc))
    Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(this.doc))
  }

  /** A block written anew, as ProseMirror's moves and splits do. */
  write(at: number, id: string, words: string): void {
    const node = new Y.XmlElement('criterion')
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(words)])
    node.setAttribute('id', id)
    node.insert(0, [paragraph])
    this.doc.getXmlFragment(BODY).insert(at, [node])
  }
}

function textOf(block: Y.XmlElement): Y.XmlText {
  return (block.get(0) as Y.XmlElement).get(0) as Y.XmlText
}

function wordsOf(text: Y.XmlText): string {
  return [...piecesOf(text)].map(({ words }) => words).join('')
}

/** The characters that an anchor is at. */
function shown(doc: Y.Doc, found: Extract<Found, { kind: 'text' }>): string {
  let words = ''
  let isIn = false
  for (const { text } of linesOf(doc)) {
    isIn ||= text === found.from.text
    if (!isIn) continue
    const from = text === found.from.text ? found.from.index : 0
    const to = text === found.to.text ? found.to.index : undefined
    words += wordsOf(text).slice(from, to)
    if (text === found.to.text) break
  }
  return words
}

function perform(person: Person, deed: Act, alphabet: Alphabet, anchors: Anchor[]): void {
  const { doc, blocks, undo } = person
  if (deed.kind === 'undo') return void undo.undo()
  const block = blocks[(deed.block ?? 0) % Math.max(1, blocks.length)]
  if (!block) return
  const text = textOf(block)
  const words = wordsOf(text)
  const at = (deed.at ?? 0) % (words.length + 1)
  const length = Math.min(deed.length ?? 0, words.length - at)
  const place = blocks.indexOf(block)
  doc.transact(() => {
    switch (deed.kind) {
      case 'type':
        return text.insert(at, alphabet.take(deed.length ?? 1))
      case 'erase':
        return text.delete(at, length)
      case 'split':
        text.delete(at, words.length - at)
        return person.write(place + 1, `b${alphabet.take(1).charCodeAt(0)}`, words.slice(at))
      case 'move': {
        doc.getXmlFragment(BODY).delete(place, 1)
        return person.write((deed.to ?? 0) % blocks.length, String(block.getAttribute('id')), words)
      }
      case 'remove':
        if (blocks.length > 1) doc.getXmlFragment(BODY).delete(place, 1)
        return
      case 'anchor': {
        const anchor = anchorOf(doc, { text, index: at }, { text, index: at + length })
        if (anchor) anchors.push(anchor)
        return
      }
      default:
    }
  })
}

describe('[TA10] anchors', () => {
  it(`[TA10] [I7] two to six people write, erase, split, move, undo and come and go: no anchor points at other words (SEED=${seed})`, () => {
    console.log(`anchors: SEED=${seed} RUNS=${RUNS}`)
    let [placed, orphaned] = [0, 0]
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 6 }),
        fc.array(step, { minLength: 5, maxLength: 60 }),
        (count, steps) => {
          const alphabet = new Alphabet()
          const people = Array.from({ length: count }, () => new Person())
          const [first] = people as [Person]
          for (let n = 0; n < 3; n += 1) first.write(n, `c${n}`, alphabet.take(12))
          for (const person of people) person.meet(first)
          const anchors: Anchor[] = []
          for (const { person: who, act: deed } of steps) {
            const person = people[who % count]!
            if (deed.kind === 'meet') person.meet(people[(deed.other ?? 0) % count]!)
            else perform(person, deed, alphabet, anchors)
            const finder = new AnchorFinder(person.doc)
            for (const anchor of anchors) expectRight(person.doc, anchor, finder.find(anchor))
          }
          for (let round = 0; round < 2; round += 1) for (const person of people) person.meet(first)
          const texts = people.map(({ doc }) => doc.getXmlFragment(BODY).toString())
          expect(new Set(texts).size).toBe(1)
          for (const anchor of anchors) {
            const all = people.map(({ doc }) => {
              const found = new AnchorFinder(doc).find(anchor)
              expectRight(doc, anchor, found)
              return found?.kind === 'text' ? shown(doc, found) : null
            })
            expect(new Set(all).size, anchor.quote).toBe(1)
            if (all[0] === null) orphaned += 1
            else placed += 1
          }
        },
      ),
      { numRuns: RUNS, seed },
    )
    console.log(`anchors: ${placed} placed, ${orphaned} orphaned`)
    expect(placed).toBeGreaterThan(RUNS / 4)
    expect(orphaned).toBeGreaterThan(0)
  })
})

/** What an anchor is at begins and ends with characters of its quote; it is nowhere only when none of them is left in their place. */
function expectRight(doc: Y.Doc, anchor: Anchor, found: Found | null): void {
  if (!found) {
    const all = [...linesOf(doc)].map(({ text }) => wordsOf(text))
    // Written anew whole, and in one place, it would have been found.
    const isWhole = all.filter((words) => words.includes(anchor.quote)).length === 1
    if (anchor.quote.length >= 8) expect(isWhole, 'an orphan whose words are there').toBe(false)
    return
  }
  if (found.kind !== 'text') throw new Error('a text anchor at a block')
  const words = shown(doc, found)
  expect(words.length).toBeGreaterThan(0)
  expect(anchor.quote).toContain(words[0])
  expect(anchor.quote).toContain(words.at(-1))
}
