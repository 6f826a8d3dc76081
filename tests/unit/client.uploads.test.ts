import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { uploadSentence } from '#components/story/editor/files/uploadSentence.ts'
import { filesName, JobStore } from '#lib/client/uploads/jobStore.ts'
import type { Sent } from '#lib/client/uploads/send.ts'
import { Uploads, type UploadsOptions } from '#lib/client/uploads/uploads.ts'

interface Try {
  readonly file: string
  readonly story: string
  readonly words: string
  answer(sent: Sent): void
}

let tries: Try[] = []
let opened: Uploads[] = []
let wakes: (() => void)[] = []
let user = 0

beforeEach(() => {
  tries = []
  wakes = []
  user += 1
})
afterEach(async () => {
  await Promise.all(opened.splice(0).map((uploads) => uploads.close()))
})

/** A page of this device's person; what one leaves behind the next one finds. */
function page(changes: Partial<UploadsOptions> = {}): Uploads {
  const uploads = new Uploads({
    workspaceId: 'w1',
    userId: `u${user}`,
    indexedDB,
    locks: null,
    onWake: (wake) => {
      wakes.push(wake)
      return () => {}
    },
    now: Date.now,
    send: async ({ file, story }, { blob }) => {
      const words = await blob.text()
      return new Promise((answer) => tries.push({ file, story, words, answer }))
    },
    copy: ({ file, story }) =>
      new Promise((answer) => tries.push({ file, story, words: '', answer })),
    ...changes,
  })
  opened.push(uploads)
  return uploads
}

const file = (id: string) => ({ id, story: 's1', name: `${id}.png`, blob: new Blob([id]) })
const phases = (uploads: Uploads) =>
  Object.fromEntries([...uploads.states.get()].map(([id, { phase }]) => [id, phase]))
async function triedAt(count: number): Promise<void> {
  await expect.poll(() => tries.length).toBe(count)
}

test('[I5] a file is kept until the server has it, and no longer', async () => {
  const first = page()
  await first.send(file('a'))
  await triedAt(1)
  expect(tries[0]).toMatchObject({ file: 'a', story: 's1', words: 'a' })
  expect(phases(first)).toEqual({ a: 'sending' })
  expect(first.preview('a')).toMatch(/^blob:/)
  tries[0]!.answer({ kind: 'stored' })
  await expect.poll(() => phases(first)).toEqual({})
  // Shown from here for as long as the page lives.
  expect(first.preview('a')).toMatch(/^blob:/)
  await first.close()
  const second = page()
  await second.send(file('b'))
  await triedAt(2)
  expect(tries[1]?.file).toBe('b')
})

test('[I5] what an earlier page could not send the next one sends', async () => {
  const first = page()
  await first.send(file('a'))
  await triedAt(1)
  await first.close()
  const second = page()
  await triedAt(2)
  expect(tries[1]).toMatchObject({ file: 'a', words: 'a' })
  expect(phases(second)).toEqual({ a: 'sending' })
})

test('without a network it waits, and goes on at once when there is one', async () => {
  const uploads = page()
  await uploads.send(file('a'))
  await triedAt(1)
  tries[0]!.answer({ kind: 'later' })
  await expect.poll(() => phases(uploads)).toEqual({ a: 'waiting' })
  for (const wake of wakes) wake()
  await triedAt(2)
})

test('what is refused says why, survives a reload, and can be tried again or given up', async () => {
  const first = page()
  await first.send(file('a'))
  await triedAt(1)
  const failure = { code: 'noRoom', message: 'The story is full.', field: null }
  const problem = { kind: 'refused', failure } as const
  tries[0]!.answer({ kind: 'refused', problem })
  const failed = { phase: 'failed', problem }
  await expect.poll(() => first.states.get().get('a')).toEqual(failed)
  await first.close()
  const second = page()
  await expect.poll(() => second.states.get().get('a')).toEqual(failed)
  await second.retry('a')
  await triedAt(2)
  tries[1]!.answer({ kind: 'refused', problem: { kind: 'unsaid' } })
  await expect.poll(() => phases(second)).toEqual({ a: 'failed' })
  await second.drop('a')
  expect(phases(second)).toEqual({})
  await second.close()
  const third = page()
  await third.send(file('b'))
  await triedAt(3)
  expect(phases(third)).toEqual({ b: 'sending' })
})

test('what an earlier version kept of a failure, a sentence, is still said', async () => {
  const store = new JobStore(indexedDB, filesName(`u${user}`, 'w1'))
  const sentence = 'The story has 50 files, as many as it may have.'
  await store.put({ ...file('a'), kind: 'send', at: 1, problem: sentence as never })
  await store.close()
  const later = page()
  const problem = { kind: 'kept', message: sentence }
  await expect.poll(() => later.states.get().get('a')).toEqual({ phase: 'failed', problem })
  expect(uploadSentence(problem as never)).toBe(sentence)
})

test('a story that is not there yet is waited for, and for ten minutes at most', async () => {
  let now = 1_000
  const uploads = page({ now: () => now })
  await uploads.send(file('a'))
  await triedAt(1)
  tries[0]!.answer({ kind: 'absent' })
  await expect.poll(() => phases(uploads)).toEqual({ a: 'waiting' })
  now += 11 * 60 * 1000
  for (const wake of wakes) wake()
  await triedAt(2)
  tries[1]!.answer({ kind: 'absent' })
  await expect.poll(() => phases(uploads)).toEqual({ a: 'failed' })
})

test('two are sent at a time', async () => {
  const uploads = page()
  for (const id of ['a', 'b', 'c']) await uploads.send(file(id))
  await triedAt(2)
  expect(phases(uploads)).toEqual({ a: 'sending', b: 'sending', c: 'waiting' })
  tries[0]!.answer({ kind: 'stored' })
  await triedAt(3)
  expect(tries[2]?.file).toBe('c')
})

test('[FI8] what another story has is asked for until this one is there, and seen only when it does not come', async () => {
  let now = 1_000
  const uploads = page({ now: () => now })
  await uploads.copy({ id: 'a', story: 's2', name: 'a.png' })
  await triedAt(1)
  expect([tries[0]?.story, phases(uploads)]).toEqual(['s2', {}])
  // The capture of the story, made offline, has not arrived yet.
  tries[0]!.answer({ kind: 'absent' })
  await expect.poll(() => (wakes.forEach((wake) => wake()), tries.length)).toBe(2)
  expect(phases(uploads)).toEqual({})
  now += 11 * 60 * 1000
  tries[1]!.answer({ kind: 'absent' })
  await expect.poll(() => phases(uploads)).toEqual({ a: 'failed' })
})

test('[FI8] a copy that was asked for before its story arrived comes with it', async () => {
  const uploads = page()
  await uploads.copy({ id: 'a', story: 's2', name: 'a.png' })
  await triedAt(1)
  tries[0]!.answer({ kind: 'absent' })
  await expect.poll(() => (wakes.forEach((wake) => wake()), tries.length)).toBe(2)
  tries[1]!.answer({ kind: 'stored' })
  await uploads.send(file('b'))
  await triedAt(3)
  expect([tries[2]?.file, phases(uploads)]).toEqual(['b', { b: 'sending' }])
})

test('given up while it is under way it is gone', async () => {
  const uploads = page()
  await uploads.send(file('a'))
  await triedAt(1)
  await uploads.drop('a')
  tries[0]!.answer({ kind: 'later' })
  for (const wake of wakes) wake()
  await uploads.send(file('b'))
  await triedAt(2)
  expect(tries.map((one) => one.file)).toEqual(['a', 'b'])
})

test('[FI6] what is empty or too large is refused before anything is kept', async () => {
  const uploads = page()
  expect(await uploads.refusal({ name: 'a.txt', size: 0 })).toEqual({
    kind: 'fileEmpty',
    name: 'a.txt',
  })
  expect(await uploads.refusal({ name: 'a.mov', size: 30e6 })).toEqual({
    kind: 'fileTooLarge',
    name: 'a.mov',
    size: 30e6,
    most: 25e6,
  })
  expect(await uploads.refusal({ name: 'a.png', size: 10 })).toBeNull()
})

test('where the browser keeps nothing the page says that it must not be left', async () => {
  const uploads = page({ indexedDB: null })
  await uploads.send(file('a'))
  await triedAt(1)
  expect(uploads.isKept).toBe(false)
  tries[0]!.answer({ kind: 'stored' })
  await expect.poll(() => uploads.isKept).toBe(true)
})
