import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import { describe, expect, it } from 'vitest'
import { storySchema } from '#lib/doc/extensions.ts'
import { isBlockId } from '#lib/doc/ids.ts'
import { readFacts } from '#lib/doc/facts.ts'
import { readOutline } from '#lib/doc/outline.ts'
import { BODY } from '#lib/doc/schema.ts'
import { writeNewDocument } from '#lib/doc/write.ts'
import { BlockWriter } from '#tests/support/blockWriter.ts'
import { type Random, randomFrom } from '#tests/support/random.ts'
import {
  callout,
  clause,
  criteria,
  criterion,
  details,
  linkCard,
  list,
  mention,
  paragraph,
  question,
  questions,
  story,
  text,
  value,
} from '#tests/support/storyContent.ts'

const RUNS = Number(process.env.RUNS ?? 150)
const TURNS = 60

/** Seeds that found a bug once. They run first, for ever. */
const KEPT_SEEDS: readonly number[] = [
  // With one nested list a criterion, two that met were deleted with everything in them.
  641_104_696,
  // With a line that an item had to have, and an item that a list had to have, what was left of either was deleted.
  683_137_441,
]

const START = story(
  value(paragraph('A publisher checks a table.')),
  criteria(
    criterion('Errors name the row', criteria(criterion('and the column'))),
    criterion('', clause('given', 'a bad row'), clause('then', 'it is named')),
  ),
  questions(question('Which profiles?', { blocking: true }), question('How?', {}, 'So.')),
  paragraph('Details'),
  callout('tip', paragraph('Mind the gap')),
  details('More', paragraph('Inside')),
  details(
    'Drawings',
    linkCard('https://example.com/a', 'A'),
    linkCard('https://example.com/b', 'B'),
  ),
  list('bulletList', 'Columns', ['Rows', list('taskList', 'a header', 'no blank one')]),
  list('orderedList', 'First', 'Then'),
  linkCard('https://example.com', ''),
  { type: 'codeBlock', attrs: { language: 'sql' }, content: [text('SELECT 1')] },
  { type: 'paragraph', content: [text('Ask '), mention('person', 'x'), text('.')] },
)

describe('[I7] blocks', () => {
  for (const seed of KEPT_SEEDS) it(`seed ${seed}`, () => expect(live(seed).faults).toEqual([]))

  it(`${RUNS} random afternoons of two to six people, with and without the network, end with one valid story and no name twice`, () => {
    const first = Number(process.env.SEED ?? Date.now() % 1_000_000_000)
    console.log(`blocks: SEED=${first} RUNS=${RUNS}`)
    const faults: string[] = []
    let edits = 0
    for (let seed = first; seed < first + RUNS && faults.length === 0; seed += 1) {
      const life = live(seed)
      edits += life.edits
      for (const fault of life.faults) faults.push(`seed ${seed}: ${fault}`)
    }
    expect(faults).toEqual([])
    console.log(`blocks: ${edits} edits`)
    // People who do nothing agree about everything.
    expect(edits).toBeGreaterThan(RUNS * TURNS * 0.4)
  })
})

function live(seed: number): { faults: string[]; edits: number } {
  const random = randomFrom(seed)
  const writers = ['ana', 'bo', 'kim', 'lee', 'noor', 'pia']
    .slice(0, 2 + random.below(5))
    .map((name) => new BlockWriter(name))
  const { update } = writeNewDocument(START)
  for (const writer of writers) writer.receive(update)
  const online = new Set(writers)
  for (let turn = 0; turn < TURNS; turn += 1) {
    const writer = random.pick(writers)
    writer.act(random)
    if (random.chance(0.1)) {
      if (!online.delete(writer)) online.add(writer)
    }
    if (random.chance(0.3)) meet(random, [...online])
  }
  settle(writers)
  const faults = faultsOf(writers)
  // Whoever writes on gives names to what has none: all at once, and then one more.
  for (const writer of writers) writer.type('.')
  settle(writers)
  for (const writer of writers.slice(0, 1)) writer.type('.')
  settle(writers)
  faults.push(...faultsOf(writers), ...faultsOfNames(writers))
  return { faults, edits: writers.reduce((sum, writer) => sum + writer.edits, 0) }
}

/** Two of them hear from each other. */
function meet(random: Random, writers: readonly BlockWriter[]): void {
  if (writers.length < 2) return
  const one = random.pick(writers)
  const other = random.pick(writers)
  const news = one.newsFor(other)
  one.receive(other.newsFor(one))
  other.receive(news)
}

function settle(writers: readonly BlockWriter[]): void {
  for (let round = 0; round < 3; round += 1)
    for (const one of writers)
      for (const other of writers) if (one !== other) other.receive(one.newsFor(other))
}

function faultsOf(writers: readonly BlockWriter[]): string[] {
  const faults: string[] = []
  const [first] = writers
  for (const [index, { doc, shown, repairs }] of writers.entries()) {
    if (repairs > 0) faults.push(`writer ${index} deleted ${repairs} blocks of what arrived`)
    try {
      shown.check()
    } catch (error) {
      faults.push(`writer ${index} shows what the schema does not have: ${String(error)}`)
    }
    const written = yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment(BODY), storySchema())
    if (!written.eq(shown)) faults.push(`writer ${index} shows something else than is written`)
    if (first && !shown.eq(first.shown)) faults.push(`writers 0 and ${index} see different stories`)
    if (first && JSON.stringify(readFacts(doc)) !== JSON.stringify(readFacts(first.doc)))
      faults.push(`writers 0 and ${index} read different facts`)
  }
  return faults
}

function faultsOfNames(writers: readonly BlockWriter[]): string[] {
  return writers.flatMap(({ shown, doc }, index) => {
    const names: unknown[] = []
    shown.descendants(({ type, attrs }) => {
      // A mention has somebody else's id; whatever else has one has its own.
      if (type.isBlock && type.spec.attrs && 'id' in type.spec.attrs) names.push(attrs.id)
    })
    const faults: string[] = []
    if (!names.every(isBlockId)) faults.push(`writer ${index} has a block without a name`)
    if (new Set(names).size < names.length) faults.push(`writer ${index} has a name twice`)
    const outline = readOutline(doc)
    if (outline.criteria.length !== readFacts(doc).criteria)
      faults.push(`writer ${index}: outline and facts count different criteria`)
    return faults
  })
}
