import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { expect, test } from 'vitest'
import { clearQuestion } from '#components/settings/offline/clearWords.ts'
import { contentsInWords, megabytes } from '#components/settings/offline/storedWords.ts'
import { removeKept } from '#lib/client/kept/removeKept.ts'
import { storedHere } from '#lib/client/kept/storedHere.ts'
import { LocalStore } from '#lib/client/localStore.ts'
import { textsIn } from '#tests/support/texts.ts'
import { JobStore } from '#lib/client/uploads/jobStore.ts'

const clear = textsIn('en', 'settings.clear')
const offline = textsIn('en', 'settings.offline')

const NOTHING = {
  stories: 0,
  texts: 0,
  textBytes: 0,
  discussions: 0,
  files: 0,
  fileBytes: 0,
  waiting: 0,
  refused: 0,
}

/** A device on which Ana has two texts, one of them unsaved, a command and a file on its way. */
async function device(): Promise<IDBFactory> {
  const indexedDB = new IDBFactory()
  const store = new LocalStore(indexedDB, 'sluice:ana:w1')
  await store.write({}, async (database) => {
    for (const [story, bytes] of [
      ['s1', 10],
      ['s1', 20],
      ['s2', 5],
    ] as const)
      await database.add('prose', { story, schema: 1, update: new Uint8Array(bytes) })
    for (const tab of ['t1', 't2']) await database.put('unsaved', { story: 's2', tab, upTo: 3 })
    await database.add('outbox', { id: 'c1' } as never)
    await database.put('refused', { id: 'c0' } as never)
    for (const id of ['s1', 's2', 's3'])
      await database.put('items', { list: 'area:w1', id, item: {} as never })
    await database.put('talks', { story: 's1' } as never)
  })
  await store.close()
  const jobs = new JobStore(indexedDB, 'sluice:ana:w1:files')
  const job = { id: 'f1', story: 's1', name: 'a.png', at: 1, problem: null }
  await jobs.put({ ...job, kind: 'copy' })
  await jobs.close()
  return indexedDB
}

test('[OF2] counts texts, discussions, and everything that waits, each once', async () => {
  const indexedDB = await device()
  expect(await storedHere({ indexedDB, caches: null }, 'ana', 'w1')).toEqual({
    ...NOTHING,
    stories: 3,
    texts: 2,
    textBytes: 35,
    discussions: 1,
    waiting: 3,
    refused: 1,
  })
})

test('[OF2] counting creates nothing where nothing is kept', async () => {
  const indexedDB = await device()
  expect(await storedHere({ indexedDB, caches: null }, 'ana', 'w2')).toEqual(NOTHING)
  expect(await storedHere({ indexedDB: null, caches: null }, 'ana', 'w1')).toEqual(NOTHING)
  const names = (await indexedDB.databases()).map(({ name }) => name)
  expect(names.sort()).toEqual(['sluice:ana:w1', 'sluice:ana:w1:files'])
})

test('[OF2] removing takes a person’s databases, and nobody else’s', async () => {
  const indexedDB = await device()
  for (const name of ['sluice', 'sluice:anastasia:w1'])
    await new Promise((resolve) =>
      indexedDB.open(name).addEventListener('success', ({ target }) => {
        ;(target as IDBOpenDBRequest).result.close()
        resolve(null)
      }),
    )
  await removeKept(indexedDB, 'ana', ['w1'])
  const names = (await indexedDB.databases()).map(({ name }) => name)
  expect(names.sort()).toEqual(['sluice', 'sluice:anastasia:w1'])
})

test('[I5] what exists on this device alone is named before it is dropped', () => {
  expect(clearQuestion(clear, { waiting: 0, refused: 0, drafts: 0 }, false)).toEqual({
    title: 'Clear what is stored here?',
    description: 'Everything is on the server. What the server has comes back as you go on.',
    button: 'Clear',
  })
  expect(clearQuestion(clear, { waiting: 2, refused: 1, drafts: 3 }, true)).toEqual({
    title: '2 changes not on the server yet',
    description:
      'Clearing drops what exists on this device alone: 2 changes not on the server yet, 1 change not accepted by it and 3 texts that were begun. Wait until it says “Saved” to lose none of your changes. You are offline: until you are online again there is nothing to read here.',
    button: 'Clear and drop 2 changes',
  })
  expect(clearQuestion(clear, { waiting: 0, refused: 0, drafts: 1 }, false)).toMatchObject({
    title: 'Some of it is here only',
    button: 'Clear and drop it',
  })
})

test('what is kept is said in words and megabytes', () => {
  const kept = { ...NOTHING, stories: 1_240, texts: 1_200, textBytes: 3_400_000 }
  expect(
    contentsInWords(offline, { ...kept, discussions: 1, files: 2, fileBytes: 2_097_152 }),
  ).toBe('1,200 of 1,240 stories with text (3.2 MB), 1 discussion, 2 files (2 MB)')
  expect(contentsInWords(offline, NOTHING)).toBe('Nothing of it is here')
  expect([10, 123_456_789, 5e9].map((bytes) => megabytes(offline, bytes))).toEqual([
    'under 0.1 MB',
    '118 MB',
    '4.7 GB',
  ])
})
