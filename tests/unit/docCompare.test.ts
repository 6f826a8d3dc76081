import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { compareBlocks } from '#lib/doc/compare/blocks.ts'
import { canonical } from '#lib/doc/compare/canonical.ts'
import { changeText } from '#components/history/changeText.ts'
import { changesInWords } from '#lib/doc/compare/inWords.ts'
import { moveBack, moveNamedBack } from '#lib/doc/compare/moveBack.ts'
import { restoreAll, restoreBlock, restoreNamed, takeBackOf } from '#lib/doc/compare/restore.ts'
import { differenceOf, sideOf, standingsOf } from '#lib/doc/compare/sides.ts'
import { readContent } from '#lib/doc/content.ts'
import { BODY } from '#lib/doc/schema.ts'
import type { Content } from '#lib/schema/history.ts'
import {
  clause,
  criteria,
  criterion,
  design,
  documentOf,
  named,
  paragraph,
  question,
  questions,
  value,
} from '#tests/support/storyContent.ts'
import { textsIn } from '#tests/support/texts.ts'

type Written = Parameters<typeof documentOf>[0]

const says = (...content: Written[]) => canonical(readContent(documentOf(...content)))
const saysNow = (doc: Y.Doc) => canonical(readContent(doc))

function titles(before: Content[], after: Content[]): string[] {
  const rows = compareBlocks(before, after)
  return changesInWords(before, after, rows, (id) => `Person ${id}`).map(({ said }) =>
    changeText(textsIn('en', 'history'), said),
  )
}

const one = named('a', criterion('A header comes first'))
const two = named(
  'b',
  criterion('', clause('given', 'an empty filter'), clause('then', 'all rows')),
)
const three = named('c', criterion('Files end in .csv'))
const which = (attrs: object, answer?: string) =>
  named('q', question('Which encoding?', { blocking: true, ...attrs }, answer))

describe('[VE6] what differs, in words', () => {
  const before = says(value(paragraph('Analysts')), criteria(one, two, three), questions(which({})))

  test('[VE6] a criterion is known by its name: changed, new, gone, moved', () => {
    const changed = named('a', criterion('A header comes first, and a byte order mark'))
    const fresh = named('d', criterion('At most 1 GB'))
    const rest = [value(paragraph('Analysts')), questions(which({}))] as const
    const after = (...all: Written[]) => says(rest[0], criteria(...all), rest[1])
    expect(titles(before, after(changed, two, three))).toEqual(['Criterion 1 changed'])
    expect(titles(before, after(fresh, one, two, three))).toEqual(['Criterion 1 is new'])
    expect(titles(before, after(one, three))).toEqual(['Criterion 2 was removed'])
    expect(titles(before, after(three, one, two))).toEqual(['Criterion 1 moved, it was 3'])
  })

  test('[VE6] a question is answered, opened again, blocking, or for somebody else', () => {
    const after = (attrs: object, answer?: string) =>
      says(value(paragraph('Analysts')), criteria(one, two, three), questions(which(attrs, answer)))
    expect(titles(before, after({ open: false }, 'UTF-8'))).toEqual(['A question was answered'])
    expect(titles(after({ open: false }), before)).toEqual(['A question is open again'])
    expect(titles(before, after({ blocking: false }))).toEqual([
      'A question is not blocking any more',
    ])
    expect(titles(before, after({ owner: 'bo' }))).toEqual(['A question is for Person bo now'])
    expect(titles(before, after({ owner: 'bo' }, 'Not yet known'))).toEqual([
      'A question is for Person bo now',
    ])
  })

  test('[VE6] sections, the design and other blocks', () => {
    expect(titles(says(paragraph('x')), says(value(paragraph('Now')), paragraph('x')))).toEqual([
      'Customer value is new',
    ])
    expect(titles(says(design(true)), says(design(false)))).toEqual([
      'Design is not needed any more',
    ])
    const many = says(paragraph('One of them'), paragraph('Two of them'), paragraph('Three'))
    expect(titles(many, says(paragraph('One of them'), paragraph('Four')))).toEqual([
      'Other blocks: 1 new, 2 removed',
    ])
    expect(titles(many, many)).toEqual([])
  })
})

describe('[VE6] what is drawn', () => {
  test('[VE6] each side has its own words; together they have both', () => {
    const rows = compareBlocks(says(paragraph('Ask them soon')), says(paragraph('Ask them now')))
    const words = (side: 'before' | 'after' | 'both') =>
      sideOf(rows, side)
        .flatMap(({ content = [] }) => content)
        .map(({ text, marks = [] }) => `${text}${marks.map(({ type }) => type).join('')}`)
    expect(words('before')).toEqual(['Ask them ', 'soon~removed'])
    expect(words('after')).toEqual(['Ask them ', 'now~added'])
    expect(words('both')).toEqual(['Ask them ', 'soon~removed', 'now~added'])
  })

  test('[VE6] a question whose words stay is not crossed out: how it stood and stands is', () => {
    const was = says(questions(which({})))
    const is = says(questions(which({ open: false, owner: 'bo' }, 'UTF-8')))
    const drawn = (side: 'before' | 'after' | 'both') =>
      sideOf(compareBlocks(was, is), side)[0]!.content![0]!
    expect(differenceOf(drawn('both'))).toBeNull()
    expect(drawn('both').content![0]).toMatchObject({ content: [{ text: 'Which encoding?' }] })
    expect(standingsOf(drawn('both'))).toMatchObject({
      stood: { open: true, blocking: true },
      stands: { open: false, owner: 'bo' },
    })
    expect(standingsOf(drawn('before')).stands).toBeUndefined()
    expect(standingsOf(drawn('after')).stood).toBeUndefined()
    const same = sideOf(compareBlocks(was, was), 'both')[0]!.content![0]!
    expect(standingsOf(same)).toEqual({})
  })

  test('[VE6] 5,000 paragraphs are compared within a second', () => {
    const text = (word: string) =>
      Array.from({ length: 5_000 }, (_, index): Content => ({
        type: 'paragraph',
        content: [{ type: 'text', text: `Paragraph ${index} says ${word} about the export` }],
      }))
    const start = performance.now()
    const rows = compareBlocks(canonical(text('this')), canonical(text('that')))
    expect(rows.every(({ kind }) => kind === 'changed')).toBe(true)
    // Far above what it takes (half a second on a busy machine), far below what n² would.
    expect(performance.now() - start).toBeLessThan(5_000)
  })
})

describe('[VE5] restoring', () => {
  test('[VE5] one criterion, while the others and their names stay', () => {
    const doc = documentOf(
      criteria(named('a', criterion('Changed')), two),
      paragraph('Typed since'),
    )
    expect(restoreNamed(doc, says(criteria(one, two, three)), 'a')).toBe(true)
    expect(saysNow(doc)).toEqual(says(criteria(one, two), paragraph('Typed since')))
    expect(restoreNamed(doc, says(criteria(one)), 'none')).toBe(false)
  })

  test('[VE5] one that is gone comes back behind its neighbour, or in a section of its own', () => {
    const version = says(criteria(one, two, three))
    const doc = documentOf(criteria(one, three), paragraph('x'))
    restoreNamed(doc, version, 'b')
    expect(saysNow(doc)).toEqual(says(criteria(one, two, three), paragraph('x')))
    const bare = documentOf(paragraph('x'))
    restoreNamed(bare, version, 'b')
    expect(saysNow(bare)).toEqual(says(paragraph('x'), criteria(two)))
  })

  test('[VE5] one block, and nothing when the text has changed meanwhile', () => {
    const version = says(paragraph('First'), paragraph('They use paper maps'), paragraph('Last'))
    const doc = documentOf(
      paragraph('First, changed'),
      paragraph('They use paper maps today'),
      paragraph('Last'),
    )
    const row = compareBlocks(version, saysNow(doc)).find(
      (one_) => one_.kind === 'changed' && JSON.stringify(one_.before).includes('maps'),
    )
    if (row?.kind !== 'changed') throw new Error('The paragraph did not change')
    const shown = { was: row.before, is: row.after }
    expect(restoreBlock(doc, version, shown)).toBe(true)
    expect(saysNow(doc)).toEqual(
      says(paragraph('First, changed'), paragraph('They use paper maps'), paragraph('Last')),
    )
    expect(restoreBlock(doc, version, shown)).toBe(false)
  })

  test('[VE5] a block that moved goes back to where it was, beside what was written since', () => {
    const [a, b, c, d] = ['First', 'They use paper maps', 'Third', 'Last'].map((words) =>
      paragraph(words),
    )
    const version = says(a!, b!, c!, d!)
    const doc = documentOf(paragraph('New'), a!, c!, paragraph('Last, changed'), b!)
    expect(moveBack(doc, version, says(b!)[0]!)).toBe(true)
    const now = [paragraph('New'), a!, b!, c!, paragraph('Last, changed')]
    expect(saysNow(doc)).toEqual(says(...now))
    expect(moveBack(doc, version, says(b!)[0]!)).toBe(false)
  })

  test('[VE5] a criterion that moved goes back behind the one it stood behind, with the words it has now', () => {
    const changed = named('c', criterion('Files end in .tsv'))
    const doc = documentOf(criteria(changed, one, two))
    expect(moveNamedBack(doc, says(criteria(one, two, three)), 'c')).toBe(true)
    expect(saysNow(doc)).toEqual(says(criteria(one, two, changed)))
    expect(moveNamedBack(doc, says(criteria(one)), 'c')).toBe(false)
  })

  test('[VE5] touches only the words that differ, so that what points into the line stays where it was', () => {
    const doc = documentOf(paragraph('They said they use paper maps every day'))
    const text = (doc.getXmlFragment(BODY).get(0) as Y.XmlElement).get(0) as Y.XmlText
    const anchor = Y.createRelativePositionFromTypeIndex(text, text.toString().indexOf('paper'))
    restoreAll(doc, says(paragraph('Some said they use paper maps each day')))
    const place = Y.createAbsolutePositionFromRelativePosition(anchor, doc)
    expect(text.toString()).toBe('Some said they use paper maps each day')
    expect(text.toString().slice(place?.index)).toBe('paper maps each day')
  })

  test('[VE5] is taken back without what was typed since', () => {
    const doc = documentOf(paragraph('Now'), paragraph('Other'))
    const back = takeBackOf(doc, () => restoreAll(doc, says(paragraph('Then'), paragraph('Other'))))
    const other = (doc.getXmlFragment(BODY).get(1) as Y.XmlElement).get(0) as Y.XmlText
    other.insert(5, ' typed since')
    back?.()
    expect(saysNow(doc)).toEqual(says(paragraph('Now'), paragraph('Other typed since')))
    expect(takeBackOf(doc, () => restoreAll(doc, saysNow(doc)))).toBeNull()
  })
})
