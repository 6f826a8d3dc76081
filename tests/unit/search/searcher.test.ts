import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { LocalStore } from '#lib/client/localStore.ts'
import { ProseStore } from '#lib/client/proseStore.ts'
import type { FromWorker, ToWorker } from '#lib/client/search/messages.ts'
import { createSearcher } from '#lib/client/search/searcher.ts'
import type { StoryLine } from '#lib/search/storyIndex.ts'
import { documentOf, paragraph } from '#tests/support/storyContent.ts'

const DATABASE = 'sluice:ana:w1'
let factory: IDBFactory

beforeEach(() => {
  factory = new IDBFactory()
})

const line = (id: string): StoryLine => ({
  id,
  key: null,
  title: `Story ${id}`,
  labels: [],
  reason: null,
  stage: 'idea',
  team: null,
  theme: null,
})

/** A searcher and what it told. */
function searcher() {
  const told: FromWorker[] = []
  const take = createSearcher(factory, (message) => told.push(message))
  let ask = 0
  const find = (question: string) => {
    take({ kind: 'find', ask: ++ask, question, filter: {}, most: 10 })
    const answer = told.at(-1)
    return answer?.kind === 'found' ? answer.found.hits.map(({ id }) => id) : null
  }
  const rests = async () => {
    await expect
      .poll(() => told.findLast(({ kind }) => kind === 'read'), { timeout: 10_000 })
      .toMatchObject({ isReading: false })
  }
  return { take: (message: ToWorker) => take(message), find, rests, told }
}

async function write(store: LocalStore, story: string, words: string): Promise<void> {
  const prose = new ProseStore(store, { story, tab: 't', schema: 1, whole: () => new Uint8Array() })
  prose.appendRemote(Y.encodeStateAsUpdate(documentOf(paragraph(words))))
  await prose.flush()
  await prose.close()
}

describe('the search worker', () => {
  test('reads what this device keeps, more than it takes at once, and what is written later', async () => {
    const store = new LocalStore(factory, DATABASE)
    const ids = Array.from({ length: 230 }, (_, index) => `s${index}`)
    for (const id of ids) await write(store, id, `Words of number ${id}`)
    const { take, find, rests, told } = searcher()
    take({ kind: 'stories', set: ids.map(line), gone: [] })
    take({ kind: 'begin', database: DATABASE })
    await rests()
    expect(told.at(-1)).toEqual({ kind: 'read', stories: 230, isReading: false })
    expect(find('words s229')).toEqual(['s229'])
    expect(find('codebook')).toEqual([])

    told.length = 0
    await write(store, 's3', 'The codebook')
    take({ kind: 'look' })
    await rests()
    expect(find('codebook')).toEqual(['s3'])
    await store.close()
  })

  test('[RO10] words on the disk of a story that the page does not name are not found, until it does', async () => {
    const store = new LocalStore(factory, DATABASE)
    await write(store, 'secret', 'The merger')
    const { take, find, rests } = searcher()
    take({ kind: 'begin', database: DATABASE })
    await rests()
    expect(find('merger')).toEqual([])
    take({ kind: 'stories', set: [line('secret')], gone: [] })
    expect(find('merger')).toEqual(['secret'])
    take({ kind: 'stories', set: [], gone: ['secret'] })
    expect(find('merger')).toEqual([])
    expect(find('story secret')).toEqual([])
    await store.close()
  })

  test('makes no database where there is none, and does not hold one that is to be deleted', async () => {
    const { take, rests, told, find } = searcher()
    take({ kind: 'begin', database: DATABASE })
    await rests()
    expect(await factory.databases()).toEqual([])

    const store = new LocalStore(factory, DATABASE)
    await write(store, 's1', 'Later')
    told.length = 0
    take({ kind: 'stories', set: [line('s1')], gone: [] })
    take({ kind: 'look' })
    await rests()
    expect(find('later')).toEqual(['s1'])
    await store.close()
    const deletion = factory.deleteDatabase(DATABASE)
    const outcome = await new Promise((resolve) => {
      deletion.addEventListener('success', () => resolve('deleted'))
      deletion.addEventListener('blocked', () => resolve('blocked'))
    })
    expect(outcome).toBe('deleted')
  })
})
