import * as encoding from 'lib0/encoding'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { recordsSchema } from '#lib/doc/schema.ts'
import { judgeUpdate } from '#server/sync/judgeUpdate.ts'
import { type Random, randomFrom } from '#tests/support/random.ts'

/** A document with owners, as the server has it. */
class Held {
  readonly doc = new Y.Doc()
  readonly owners = new Map<number, string>()

  judge(update: Uint8Array, user = 'ana') {
    return judgeUpdate(update, user, {
      clockOf: (client) => Y.getState(this.doc.store, client),
      ownerOf: (client) => this.owners.get(client),
      recordsSchema: (id) => recordsSchema(this.doc, id),
      newestSchema: 7,
    })
  }

  apply(update: Uint8Array, user = 'ana'): void {
    Y.applyUpdate(this.doc, update)
    for (const client of this.doc.store.clients.keys()) {
      if (!this.owners.has(client)) this.owners.set(client, user)
    }
  }
}

/** Two edits of one person: the second builds on the first. */
function twoEdits(client = 7): { doc: Y.Doc; first: Uint8Array; second: Uint8Array } {
  const doc = new Y.Doc()
  doc.clientID = client
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  doc.getText('body').insert(0, 'one')
  doc.getText('body').insert(3, 'two')
  const [first, second] = updates
  if (!first || !second) throw new Error('no updates')
  return { doc, first, second }
}

describe('[HZ8] whose edit it is', () => {
  test('an id nobody has used is free, and then belongs to whoever used it', () => {
    const held = new Held()
    const { first, second } = twoEdits()
    expect(held.judge(first)).toEqual({ kind: 'welcome', candidates: [7] })
    held.apply(first)
    expect(held.judge(second)).toEqual({ kind: 'welcome', candidates: [] })
    expect(held.judge(second, 'bo')).toEqual({ kind: 'foreign', client: 7 })
  })

  test('what the document has already may come from anyone', () => {
    const held = new Held()
    const { first } = twoEdits()
    held.apply(first)
    expect(held.judge(first, 'bo')).toEqual({ kind: 'nothing' })
  })

  test('anyone may delete what others wrote', () => {
    const held = new Held()
    const { doc, first, second } = twoEdits()
    held.apply(first)
    held.apply(second)
    const bo = new Y.Doc()
    Y.applyUpdate(bo, Y.encodeStateAsUpdate(doc))
    const before = Y.encodeStateVector(bo)
    bo.getText('body').delete(0, 2)
    expect(held.judge(Y.encodeStateAsUpdate(bo, before), 'bo')).toMatchObject({ kind: 'welcome' })
  })
})

describe('[HZ9] what it builds on', () => {
  test('an edit whose beginning is missing is a gap', () => {
    const { second } = twoEdits()
    expect(new Held().judge(second)).toMatchObject({ kind: 'gap' })
  })

  test('an edit next to somebody’s missing edit is a gap', () => {
    const { doc } = twoEdits()
    const other = new Y.Doc()
    other.clientID = 8
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    const before = Y.encodeStateVector(other)
    other.getText('body').insert(2, 'x')
    expect(new Held().judge(Y.encodeStateAsUpdate(other, before))).toMatchObject({ kind: 'gap' })
  })

  test('deleting what is missing is a gap', () => {
    const held = new Held()
    const { doc } = twoEdits()
    const before = Y.encodeStateVector(doc)
    doc.getText('body').delete(0, 1)
    expect(held.judge(Y.encodeStateAsUpdate(doc, before))).toMatchObject({ kind: 'gap' })
  })

  test('a merged update with a hole in it is a gap', () => {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (const word of ['a', 'b', 'c']) doc.getText('body').insert(0, word)
    const holed = Y.mergeUpdates([updates[0] as Uint8Array, updates[2] as Uint8Array])
    expect(new Held().judge(holed)).toMatchObject({ kind: 'gap' })
  })

  test('a whole document in one update is welcome', () => {
    const { doc } = twoEdits()
    doc.getText('body').delete(1, 3)
    const update = Y.encodeStateAsUpdate(doc)
    expect(new Held().judge(update)).toEqual({ kind: 'welcome', candidates: [7] })
  })
})

describe('[HZ14] what cannot be read', () => {
  test.each([
    ['nothing', []],
    ['a length without its structs', [1, 255, 255, 255, 255, 15, 7, 0]],
    ['an unknown kind of content', [1, 1, 7, 0, 31, 1, 4, 98, 111, 100, 121, 0]],
    ['an empty run', [1, 1, 7, 0, 0, 0, 0]],
    ['an id that points at itself', [1, 1, 7, 0, 132, 7, 0, 1, 120, 0]],
    ['two runs of one client', [3, 1, 7, 0, 0, 1, 1, 8, 0, 0, 1, 1, 7, 0, 0, 1, 0]],
  ])('%s is malformed', (_what, bytes) => {
    expect(new Held().judge(Uint8Array.from(bytes))).toEqual({ kind: 'malformed' })
  })

  test('whatever passes can be applied without an error, and leaves nothing pending', () => {
    const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)
    const random = randomFrom(seed)
    const rounds = Number(process.env.ROUNDS ?? 1_000)
    const counts = { nothing: 0, welcome: 0, gap: 0, foreign: 0, malformed: 0, unfit: 0 }
    let held = new Held()
    for (let round = 0; round < rounds; round += 1) {
      if (round % 200 === 0) held = seeded(random)
      const spoilt = spoil(richUpdate(held, random), random)
      const judgement = held.judge(spoilt)
      counts[judgement.kind] += 1
      if (judgement.kind !== 'welcome') continue
      const { store } = held.doc
      try {
        held.apply(spoilt)
      } catch (error) {
        throw new Error(`SEED=${seed} round ${round}: [${spoilt.join()}]`, { cause: error })
      }
      expect([store.pendingStructs, store.pendingDs], `SEED=${seed} round ${round}`).toEqual([
        null,
        null,
      ])
    }
    if (process.env.ROUNDS) console.log(`SEED=${seed}`, counts)
    expect(counts.welcome).toBeGreaterThan(rounds / 100)
    expect(counts.malformed).toBeGreaterThan(rounds / 100)
    // The document is still one: it can be written out and read in.
    const copy = new Y.Doc()
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(held.doc))
    expect(Y.encodeStateVector(copy)).toEqual(Y.encodeStateVector(held.doc))
  })
})

describe('[HZ23] what would spoil the document for everyone', () => {
  const made = (change: (doc: Y.Doc) => void) => {
    const doc = new Y.Doc()
    doc.clientID = 7
    change(doc)
    return Y.encodeStateAsUpdate(doc)
  }
  const nested = (depth: number) => {
    let value: unknown = 1
    for (let level = 0; level < depth; level += 1) value = [value]
    return value
  }
  /** One struct of client 7 in the root `body`; Yjs itself could not write some of them. */
  const struct = (kind: number, write: (encoder: encoding.Encoder) => void) => {
    const encoder = encoding.createEncoder()
    for (const number of [1, 1, 7, 0, kind, 1]) encoding.writeVarUint(encoder, number)
    encoding.writeVarString(encoder, 'body')
    write(encoder)
    encoding.writeVarUint(encoder, 0)
    return encoding.toUint8Array(encoder)
  }
  const times = (count: number, structOf: (index: number) => number[], groups = 1) => {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, groups)
    if (groups === 1) for (const number of [count, 7, 0]) encoding.writeVarUint(encoder, number)
    for (let index = 0; index < count; index += 1) {
      for (const number of structOf(index)) encoding.writeVarUint(encoder, number)
    }
    encoding.writeVarUint(encoder, 0)
    return encoding.toUint8Array(encoder)
  }

  test.each([
    ['values in values', made((doc) => doc.getMap('x').set('a', nested(1_000)))],
    ['an attribute in depth', made((doc) => doc.getText('body').insert(0, 'x', { a: nested(99) }))],
    [
      'an embedded object that nobody can encode again',
      struct(5, (encoder) =>
        encoding.writeVarString(encoder, '['.repeat(20_000) + ']'.repeat(20_000)),
      ),
    ],
    [
      'a type no editor can show',
      struct(7, (encoder) => {
        encoding.writeVarUint(encoder, 5)
        encoding.writeVarString(encoder, 'hook')
      }),
    ],
    ['a document in the document', made((doc) => doc.getMap('x').set('a', new Y.Doc()))],
    ['an editor that does not exist', made((doc) => doc.getMap('meta').set('schema', 8))],
    [
      'an entry of an editor that does not exist',
      made((doc) => doc.getMap('meta').set('schema:8', true)),
    ],
    ['more pieces than any story has', times(100_001, () => [0, 1])],
    [
      'more client ids than any person',
      times(1_001, (index) => [1, 2_000 - index, 0, 0, 1], 1_001),
    ],
  ])('%s', (_what, update) => {
    expect(new Held().judge(update)).toEqual({ kind: 'unfit' })
  })

  test('an editor that does not exist, behind one that does', () => {
    const held = new Held()
    const doc = new Y.Doc()
    doc.getMap('meta').set('schema', 1)
    held.apply(Y.encodeStateAsUpdate(doc))
    const before = Y.encodeStateVector(doc)
    doc.getMap('meta').set('schema', 2)
    expect(held.judge(Y.encodeStateAsUpdate(doc, before))).toMatchObject({ kind: 'welcome' })
    doc.getMap('meta').set('schema', 1e9)
    expect(held.judge(Y.encodeStateAsUpdate(doc, before))).toEqual({ kind: 'unfit' })
    expect(new Held().judge(Y.encodeStateAsUpdate(doc))).toEqual({ kind: 'unfit' })
  })

  test('what the editor does write is welcome', () => {
    const update = made((doc) => {
      write(doc)
      doc.getMap('meta').set('schema', 7)
      doc.getMap('x').set('a', nested(60))
    })
    expect(new Held().judge(update)).toMatchObject({ kind: 'welcome' })
  })
})

function seeded(random: Random): Held {
  const held = new Held()
  const doc = new Y.Doc()
  doc.clientID = 1 + random.below(100)
  write(doc)
  held.apply(Y.encodeStateAsUpdate(doc))
  return held
}

/** An update of a replica, with every kind of content. */
function richUpdate(held: Held, random: Random): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(held.doc))
  doc.clientID = 200 + random.below(1e9)
  const before = Y.encodeStateVector(doc)
  write(doc)
  return Y.encodeStateAsUpdate(doc, before)
}

function write(doc: Y.Doc): void {
  const body = doc.getXmlFragment('body')
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.setAttribute('id', 'x')
  body.insert(0, [paragraph])
  const text = new Y.XmlText()
  paragraph.insert(0, [text])
  text.insert(0, 'words', { bold: true })
  text.insertEmbed(2, { image: 1 })
  text.delete(1, 2)
  if (body.length > 3) body.delete(1, 1)
  doc.getMap('meta').set('schema', 1)
  doc.getMap('meta').set('nested', new Y.Map([['a', 1]]))
}

function spoil(update: Uint8Array, random: Random): Uint8Array {
  const copy = update.slice()
  for (let times = 1 + random.below(3); times > 0; times -= 1) {
    copy[random.below(copy.length)] = random.chance(0.5) ? random.below(256) : random.below(12)
  }
  return random.chance(0.1) ? copy.slice(0, random.below(copy.length)) : copy
}
