import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { appliedBlocks, compareBlocks, isSame, type Row } from '#lib/doc/compare/blocks.ts'
import { canonical, wordsOf } from '#lib/doc/compare/canonical.ts'
import { changesInWords } from '#lib/doc/compare/inWords.ts'
import { restoreAll, restoreNamed } from '#lib/doc/compare/restore.ts'
import { readContent } from '#lib/doc/content.ts'
import { BODY } from '#lib/doc/schema.ts'
import type { Content } from '#lib/schema/history.ts'
import { anyContent, anyTwo } from '#tests/support/anyContent.ts'

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000_000)
const RUNS = Number(process.env.RUNS ?? 400)

const says = (doc: Y.Doc) => canonical(readContent(doc))

/** Gives a document that says this, written by the same code that restores. */
function docOf(content: readonly Content[]): Y.Doc {
  const doc = new Y.Doc()
  restoreAll(doc, content)
  return doc
}

describe(`[VE6] comparing any two texts (SEED=${seed})`, () => {
  console.log(`compare: SEED=${seed} RUNS=${RUNS}`)

  test('[VE6] what differs, put into the one, gives the other', () => {
    fc.assert(
      fc.property(anyTwo, ([one, other]) => {
        const [a, b] = [canonical(one), canonical(other)]
        expect(appliedBlocks(a, compareBlocks(a, b))).toEqual(b)
        expect(appliedBlocks(b, compareBlocks(b, a))).toEqual(a)
      }),
      { numRuns: RUNS, seed },
    )
  })

  test('[VE6] nothing differs exactly when they say the same', () => {
    fc.assert(
      fc.property(anyTwo, ([one, other]) => {
        const [a, b] = [canonical(one), canonical(other)]
        const rows = compareBlocks(a, b)
        const isEqual = JSON.stringify(a) === JSON.stringify(b)
        expect(isSame(rows)).toBe(isEqual)
        const words = changesInWords(a, b, rows, (id) => id)
        if (isEqual) expect(words).toEqual([])
        expect(isSame(compareBlocks(a, canonical(one)))).toBe(true)
      }),
      { numRuns: RUNS, seed },
    )
  })
})

describe(`[VE5] restoring (SEED=${seed})`, () => {
  test('[VE5] a whole version gives what it said', () => {
    fc.assert(
      fc.property(anyTwo, ([one, other]) => {
        const doc = docOf(one)
        expect(says(doc)).toEqual(canonical(one))
        restoreAll(doc, other)
        expect(says(doc)).toEqual(canonical(other))
      }),
      { numRuns: RUNS, seed },
    )
  })

  test('[VE5] one criterion gives what it said and leaves everything else', () => {
    fc.assert(
      fc.property(anyContent, anyContent, fc.nat(), (one, other, pick) => {
        const names = idsIn(other)
        const id = names[pick % Math.max(names.length, 1)]
        const doc = docOf(one)
        const before = blocksBut(says(doc), id)
        expect(restoreNamed(doc, other, id ?? 'none')).toBe(id !== undefined)
        if (id === undefined) return
        expect(find(says(doc), id)).toEqual(find(canonical(other), id))
        expect(blocksBut(says(doc), id)).toEqual(before)
      }),
      { numRuns: RUNS, seed },
    )
  })

  test('[VE5] what others type meanwhile into blocks that it does not touch stays, and all end up with the same', () => {
    fc.assert(
      fc.property(
        anyTwo,
        fc.array(fc.nat({ max: 30 }), { maxLength: 4 }),
        ([one, other], places) => {
          const [doc, peer] = [docOf(one), new Y.Doc()]
          Y.applyUpdate(peer, Y.encodeStateAsUpdate(doc))
          const rows = compareBlocks(canonical(one), canonical(other))
          // The peer types without having seen any of it.
          const staying: string[] = []
          for (const [turn, pick] of places.entries()) {
            const place = pick % Math.max(one.length, 1)
            const block = peer.getXmlFragment(BODY).get(place)
            const text = block instanceof Y.XmlElement ? block.get(0) : null
            if (!(text instanceof Y.XmlText)) continue
            text.insert(text.length, `PEER${turn}`)
            if (rowOf(rows, place)?.kind === 'same') staying.push(`PEER${turn}`)
          }
          restoreAll(doc, other)
          Y.applyUpdate(peer, Y.encodeStateAsUpdate(doc))
          Y.applyUpdate(doc, Y.encodeStateAsUpdate(peer))
          expect(says(peer)).toEqual(says(doc))
          const words = says(doc).map(wordsOf).join(' ')
          for (const typed of staying) expect(words).toContain(typed)
        },
      ),
      { numRuns: RUNS, seed },
    )
  })
})

/** Gives the row of the block at a place of the text before. */
function rowOf(rows: readonly Row[], at: number): Row | undefined {
  return rows.filter(({ kind }) => kind !== 'added')[at]
}

function idsIn(content: readonly Content[]): string[] {
  return content.flatMap(({ attrs, content: inside = [] }) => [
    ...(typeof attrs?.id === 'string' ? [attrs.id] : []),
    ...idsIn(inside),
  ])
}

function find(content: readonly Content[], id: string): Content | null {
  for (const node of content) {
    const found = node.attrs?.id === id ? node : find(node.content ?? [], id)
    if (found) return found
  }
  return null
}

/** All blocks but the one of a name, and the sections that hold nothing else. */
function blocksBut(content: readonly Content[], id: string | undefined): Content[] {
  return content.flatMap((node) => {
    if (node.attrs?.id === id && id !== undefined) return []
    if (node.type !== 'criteria' && node.type !== 'questions') return [node]
    const inside = blocksBut(node.content ?? [], id)
    return inside.length === 0 ? [] : [{ ...node, content: inside }]
  })
}
