import { describe, expect, test } from 'vitest'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { until } from '#tests/support/sync.ts'
import { useSyncBench } from '#tests/support/syncBench.ts'
import { hocuspocusWire as wire } from '#tests/support/wire.ts'

const bench = useSyncBench()

describe('[HZ23] one member’s edit does not spoil a story for the others', () => {
  test.each([
    ['an object nested so deep that nothing can encode it again', deepEmbed(20_000)],
    ['a document in the document', made((doc) => doc.getMap('x').set('a', new Y.Doc()))],
    ['an editor that does not exist', made((doc) => doc.getMap('meta').set('schema', 1e9))],
  ])('%s', async (_what, update) => {
    const mallory = bench.raw()
    await mallory.join('story:s1', 'token-bo')
    mallory.send(wire.update('story:s1', update))
    await until(() => mallory.of('status').length === 1)
    expect(mallory.of('status')).toEqual([{ kind: 'status', saved: false }])
    const [said] = mallory.of('stateless')
    expect(said?.payload).toContain('was not saved')

    const ana = bench.browser('ana')
    const story = ana.open('story:s1', { token: 'schema=1' })
    await story.synced()
    story.text.insert(0, 'goes on')
    await story.synced()
    expect(ana.closes).toEqual([])
    expect(story.denials).toEqual([])
  })
})

function made(change: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc()
  change(doc)
  return Y.encodeStateAsUpdate(doc)
}

/** One embedded object in `body`, as bytes: Yjs could not write it. */
function deepEmbed(depth: number): Uint8Array {
  const encoder = encoding.createEncoder()
  for (const number of [1, 1, 7, 0, 5, 1]) encoding.writeVarUint(encoder, number)
  encoding.writeVarString(encoder, 'body')
  encoding.writeVarString(encoder, '['.repeat(depth) + ']'.repeat(depth))
  encoding.writeVarUint(encoder, 0)
  return encoding.toUint8Array(encoder)
}
