import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { readContent } from '#lib/doc/content.ts'
import { clientsIn, type Delta, deltaSince, joined, markOf, stateOf } from '#lib/doc/delta.ts'
import { BODY } from '#lib/doc/schema.ts'

/** One edit: at which of the paragraphs, and what becomes of it. */
type Edit =
  | { readonly kind: 'type'; readonly at: number; readonly text: string }
  | { readonly kind: 'erase'; readonly at: number; readonly length: number }
  | { readonly kind: 'paragraph'; readonly at: number }
  | { readonly kind: 'remove'; readonly at: number }

const at = fc.nat({ max: 50 })
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    kind: fc.constant('type' as const),
    at,
    text: fc.string({ minLength: 1, maxLength: 9 }),
  }),
  fc.record({ kind: fc.constant('erase' as const), at, length: fc.nat({ max: 12 }) }),
  fc.record({ kind: fc.constant('paragraph' as const), at }),
  fc.record({ kind: fc.constant('remove' as const), at }),
)

function make(doc: Y.Doc, change: Edit): void {
  const body = doc.getXmlFragment(BODY)
  if (change.kind === 'paragraph' || body.length === 0) {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText()])
    body.insert(change.at % (body.length + 1), [paragraph])
    return
  }
  const index = change.at % body.length
  if (change.kind === 'remove') return body.delete(index, 1)
  const text = (body.get(index) as Y.XmlElement).get(0) as Y.XmlText
  const from = change.at % (text.length + 1)
  if (change.kind === 'type') text.insert(from, change.text)
  else text.delete(from, Math.min(change.length, text.length - from))
}

/** Two people who edit one document, with what it was after each of their turns. */
function statesOf(turns: readonly (readonly Edit[])[]): Uint8Array[] {
  const people = [new Y.Doc(), new Y.Doc()] as const
  return turns.map((edits, turn) => {
    const [writer, other] = turn % 2 === 0 ? people : [people[1], people[0]]
    for (const change of edits) make(writer, change)
    Y.applyUpdate(other, Y.encodeStateAsUpdate(writer))
    // Forgotten deletions are what a server's document has, too.
    return stateOf([Y.encodeStateAsUpdate(writer), new Uint8Array([0, 0])])
  })
}

function contentOf(state: Uint8Array): string {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return JSON.stringify(readContent(doc))
}

function since(mark: Uint8Array, state: Uint8Array): Delta {
  const delta = deltaSince(mark, state)
  if (!delta) throw new Error('A state lacks something of the one before it')
  return delta
}

const turns = fc.array(fc.array(edit, { minLength: 1, maxLength: 12 }), {
  minLength: 2,
  maxLength: 8,
})

describe('[VE3] differences between states', () => {
  test('behind the first state give the content of every later one, one by one and put together', () => {
    fc.assert(
      fc.property(turns, (all) => {
        const states = statesOf(all)
        const [first = new Uint8Array(), ...later] = states
        let mark = markOf(first)
        const deltas: Uint8Array[] = []
        for (const state of later) {
          deltas.push(since(mark, state).bytes)
          mark = markOf(state)
          expect(contentOf(stateOf([first, ...deltas]))).toBe(contentOf(state))
          expect(contentOf(stateOf([first, joined(deltas)]))).toBe(contentOf(state))
        }
      }),
      { numRuns: 150 },
    )
  })

  test('say who wrote, and that nobody did', () => {
    const doc = new Y.Doc()
    make(doc, { kind: 'paragraph', at: 0 })
    const first = Y.encodeStateAsUpdate(doc)
    const other = new Y.Doc()
    Y.applyUpdate(other, first)
    make(other, { kind: 'type', at: 0, text: 'Hello' })
    const second = Y.encodeStateAsUpdate(other)
    expect(since(markOf(first), second)).toMatchObject({
      isEmpty: false,
      clients: [other.clientID],
    })
    expect(since(markOf(second), second)).toMatchObject({ isEmpty: true, clients: [] })
    expect(clientsIn(second).sort()).toEqual([doc.clientID, other.clientID].sort())
  })

  test('count a deletion alone as a difference, and only once', () => {
    const doc = new Y.Doc()
    make(doc, { kind: 'paragraph', at: 0 })
    make(doc, { kind: 'type', at: 0, text: 'Hello there' })
    for (let count = 0; count < 5; count += 1) {
      const before = markOf(Y.encodeStateAsUpdate(doc))
      make(doc, { kind: 'erase', at: 0, length: 1 })
      const state = Y.encodeStateAsUpdate(doc)
      const delta = since(before, state)
      expect(delta.isEmpty).toBe(false)
      expect(Y.decodeUpdate(delta.bytes).ds.clients.get(doc.clientID)).toHaveLength(1)
    }
  })

  test('are none where a state lacks what the earlier one had', () => {
    const doc = new Y.Doc()
    make(doc, { kind: 'paragraph', at: 0 })
    const stored = Y.encodeStateAsUpdate(doc)
    make(doc, { kind: 'type', at: 0, text: 'Lost with the server' })
    expect(deltaSince(markOf(Y.encodeStateAsUpdate(doc)), stored)).toBeNull()
  })
})
