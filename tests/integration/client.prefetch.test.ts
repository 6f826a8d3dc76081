import { createDecoder, readVarString, readVarUint } from 'lib0/decoding'
import { describe, expect, test } from 'vitest'
import WebSocket from 'ws'
import type { AreaView, WorkspaceClient } from '#lib/client/client.ts'
import { PREFETCH_BYTES } from '#lib/client/prefetch.ts'
import { createSearcher } from '#lib/client/search/searcher.ts'
import { clientBench } from '#tests/support/clientBench.ts'
import { type Device, ready, saved, until } from '#tests/support/clientDevice.ts'
import { docOf, textBecomes, textOf, titlesBecome, type } from '#tests/support/clientText.ts'
import { Browser, ORIGIN, until as untilTrue } from '#tests/support/sync.ts'

const bench = clientBench()
const { device } = bench

/** A page with nothing better to do. */
const IDLE = {
  onIdle: (idle: () => void) => {
    const timer = setTimeout(idle)
    return () => clearTimeout(timer)
  },
}

/** Captures stories and has Kim write in them; null is a story nobody wrote in. */
async function written(texts: Readonly<Record<string, string | null>>): Promise<WorkspaceClient> {
  await bench.server.addPerson('kim')
  const kim = device('kim', ['member']).open()
  for (const [story, text] of Object.entries(texts)) {
    await bench.server.capture(story)
    if (text === null) continue
    const handle = kim.openStory(story)
    type(await docOf(handle), text)
    await saved(kim)
    handle.release()
  }
  await until(
    kim.area,
    (view) => view.phase === 'ready' && view.stories.size === Object.keys(texts).length,
  )
  return kim
}

/** The numbers of Hocuspocus's frames that matter here. */
const AWARENESS = 1
const AUTHENTICATION = 2

/** A browser's socket that tells which kinds of frames go out on which document. */
function toldSocket({ me, session }: Device, tell: (document: string, frame: number) => void) {
  class ToldSocket extends WebSocket {
    constructor(url: string) {
      super(url, {
        headers: { cookie: `person=${me.id}; session=${session}`, origin: ORIGIN },
      })
      this.on('error', () => {})
    }

    override send(data: Parameters<WebSocket['send']>[0]): void {
      const decoder = createDecoder(new Uint8Array(data as ArrayBuffer))
      const [document = ''] = readVarString(decoder).split('\0')
      tell(document, readVarUint(decoder))
      super.send(data)
    }
  }
  return ToldSocket as unknown as typeof globalThis.WebSocket
}

/** The stories this device has something of on its disk. */
async function onDisk(of: Device): Promise<string[]> {
  const request = of.indexedDB!.open('sluice:ana:w1')
  await new Promise((resolve) => request.addEventListener('success', resolve))
  const rows = request.result.transaction('prose').objectStore('prose').getAll()
  await new Promise((resolve) => rows.addEventListener('success', resolve))
  request.result.close()
  return [...new Set((rows.result as { story: string }[]).map(({ story }) => story))].sort()
}

async function onDiskBecomes(of: Device, stories: string[]): Promise<void> {
  let last: string[] = []
  await expect
    .poll(async () => (last = await onDisk(of)).join(), { timeout: 15_000, interval: 50 })
    .toBe(stories.join())
  expect(last).toEqual(stories)
}

describe('[I6] after one visit, without opening any story', () => {
  test('every story can be read and written offline, and what is written reaches the others', async () => {
    const kim = await written({ s1: 'one', s2: 'two', s3: null })
    const laptop = device()
    const visit = laptop.open({ environment: IDLE })
    await onDiskBecomes(laptop, ['s1', 's2', 's3'])
    await visit.close()
    laptop.offline()

    const train = laptop.open({ environment: { isOffline: () => true } })
    const texts: string[] = []
    for (const story of ['s1', 's2', 's3']) {
      const doc = await docOf(train.openStory(story))
      texts.push(textOf(doc))
      type(doc, '+')
    }
    expect(texts).toEqual(['one', 'two', ''])
    expect(train.sync.get()).toEqual({ kind: 'offline', count: 3 })
    laptop.online()
    await saved(train)
    const theirs = ['s1', 's2', 's3'].map((story) => kim.openStory(story))
    await textBecomes(await docOf(theirs[0]!), 'one+')
    await textBecomes(await docOf(theirs[1]!), 'two+')
    await textBecomes(await docOf(theirs[2]!), '+')
  })

  test('a story captured later by somebody else is brought too', async () => {
    const kim = await written({ s1: 'one' })
    const laptop = device()
    laptop.open({ environment: IDLE })
    await onDiskBecomes(laptop, ['s1'])
    kim.send({ type: 'captureStory', story: 's2', title: 'Later' })
    await onDiskBecomes(laptop, ['s1', 's2'])
  })

  test('what was not brought is "loading" and not empty', async () => {
    await written({ s1: 'one' })
    const laptop = device()
    const visit = laptop.open()
    await titlesBecome(visit, ['Story s1'])
    await visit.close()
    laptop.offline()
    const train = laptop.open({ environment: { isOffline: () => true } })
    await ready(train)
    const { state } = train.openStory('s1')
    await until(train.sync, ({ kind }) => kind === 'offline')
    expect(state.get().phase).toBe('loading')
  })
})

describe('bringing stories ahead', () => {
  test('nobody sees this person in a story, and the state stays "saved"', async () => {
    await written({ s1: 'one', s2: null })
    const onlooker = new Browser(bench.server, 'kim')
    const seen: unknown[] = []
    for (const story of ['s1', 's2']) {
      const { provider } = onlooker.open(`story:${story}`, { sessionAwareness: true })
      provider.awareness?.on('change', ({ added }: { added: number[] }) => {
        for (const id of added)
          if (id !== provider.document.clientID) seen.push(provider.awareness?.getStates().get(id))
      })
      await untilTrue(() => provider.isSynced, `${story} followed`)
    }
    const laptop = device()
    const frames: [document: string, frame: number][] = []
    const WebSocket = toldSocket(laptop, (...frame) => frames.push(frame))
    const ana = laptop.open({ environment: { ...IDLE, WebSocket } })
    await saved(ana)
    const states: string[] = []
    ana.sync.subscribe(() => states.push(ana.sync.get().kind))
    await onDiskBecomes(laptop, ['s1', 's2'])
    // One view tells it: the way of presence works, so that the silence before means something.
    const before = seen.splice(0)
    const spoken = frames.filter(([name, frame]) => name !== 'area:w1' && frame === AWARENESS)
    ana.openStory('s2')
    await untilTrue(() => seen.length > 0, 'presence of the one who opened it')
    expect(before).toEqual([])
    expect(spoken).toEqual([])
    expect(states).toEqual([])
    onlooker.leave()
  })

  test('nearest first, and no more than the limit in a visit', async () => {
    const kim = await written({ s1: null, s2: null, s3: null })
    kim.send({ type: 'startRefining', story: 's3' })
    await saved(kim)
    const laptop = device()
    const rounds = roundsOf()
    const environment = { ...IDLE, locks: rounds.locks }
    const first = laptop.open({ environment, prefetchLimit: 1 })
    await untilTrue(() => rounds.count === 1, 'the end of the round')
    expect(await onDisk(laptop)).toEqual(['s3'])
    await first.close()
    kim.send({ type: 'startRefining', story: 's2' })
    await saved(kim)
    laptop.open({ environment: IDLE, prefetchLimit: 1 })
    await onDiskBecomes(laptop, ['s2', 's3'])
  })

  test('a view opened meanwhile shares the one attachment and stays when it is done', async () => {
    await written({ s1: 'one' })
    const laptop = device()
    const gate = Promise.withResolvers<void>()
    let asked = 0
    const WebSocket = toldSocket(laptop, (document, frame) => {
      if (document !== 'story:s1' || frame !== AUTHENTICATION) return
      asked += 1
      gate.resolve()
    })
    const ana = laptop.open({ environment: { ...IDLE, WebSocket } })
    await gate.promise
    const handle = ana.openStory('s1')
    const doc = await docOf(handle)
    await textBecomes(doc, 'one')
    await onDiskBecomes(laptop, ['s1'])
    type(doc, ' more')
    await saved(ana)
    expect(handle.state.get().phase).toBe('ready')
    expect(asked).toBe(1)
  })

  test('stops without a network and goes on with one', async () => {
    await written({ s1: 'one', s2: 'two' })
    const laptop = device()
    const idles: (() => void)[] = []
    const ana = laptop.open({
      environment: {
        onIdle: (idle) => {
          idles.push(idle)
          return () => void idles.splice(idles.indexOf(idle), 1)
        },
      },
    })
    // The first one is for the code of it.
    await untilTrue(() => idles.length > 0, 'the page waiting for a quiet moment')
    for (const idle of idles.splice(0)) idle()
    await untilTrue(() => idles.length > 0, 'the page waiting for the next one')
    laptop.offline()
    await until(ana.sync, ({ kind }) => kind === 'offline')
    expect(idles).toEqual([])
    expect(await onDisk(laptop)).toEqual([])
    laptop.online()
    await saved(ana)
    while ((await onDisk(laptop)).length < 2) for (const idle of idles.splice(0)) idle()
    expect(await onDisk(laptop)).toEqual(['s1', 's2'])
  })
})

describe('[OF1] what others write later in a story that is here', () => {
  test('comes to this device without being opened, and the search finds it', async () => {
    const kim = await written({ s1: 'one' })
    const laptop = device()
    const visit = laptop.open({ environment: IDLE })
    await onDiskBecomes(laptop, ['s1'])
    const finds = searching(laptop, ['s1'])
    expect(await finds('one')).toEqual(['s1'])
    expect(await finds('pineapple')).toEqual([])
    const handle = kim.openStory('s1')
    type(await docOf(handle), ' pineapple')
    await saved(kim)
    handle.release()
    await expect.poll(() => finds('pineapple'), { timeout: 15_000 }).toEqual(['s1'])
    await visit.close()
    laptop.offline()

    const train = laptop.open({ environment: { isOffline: () => true } })
    expect(textOf(await docOf(train.openStory('s1')))).toBe('one pineapple')
  })

  test('comes too when it was written while this device was away, and once', async () => {
    const kim = await written({ s1: 'one', s2: 'two' })
    const recorded = async (story: string, before?: string) => {
      const text = (view: AreaView) =>
        view.phase === 'ready' ? view.stories.get(story)?.written?.text : undefined
      await until(kim.area, (view) => ![undefined, before].includes(text(view)))
      return text(kim.area.get())
    }
    const [first] = await Promise.all([recorded('s1'), recorded('s2')])
    const laptop = device()
    const rounds = roundsOf()
    const visit = laptop.open({ environment: { ...IDLE, locks: rounds.locks } })
    await untilTrue(() => rounds.count > 0, 'the end of the round')
    await visit.close()
    const handle = kim.openStory('s1')
    type(await docOf(handle), ' more')
    await saved(kim)
    handle.release()
    await recorded('s1', first)
    for (const times of [1, 0]) {
      const asked: string[] = []
      const rounds = roundsOf()
      const WebSocket = toldSocket(laptop, (document, frame) => {
        if (document.startsWith('story:') && frame === AUTHENTICATION) asked.push(document)
      })
      const again = laptop.open({ environment: { ...IDLE, WebSocket, locks: rounds.locks } })
      await untilTrue(() => rounds.count > 0, 'the end of the round')
      expect(asked).toEqual(times === 1 ? ['story:s1'] : [])
      await again.close()
    }
  })

  test('nothing is brought where the person saves data, and nothing new where the device is full', async () => {
    await written({ s1: 'one' })
    const laptop = device()
    const saving = laptop.open({ environment: { ...IDLE, savesData: () => true } })
    const rounds = roundsOf()
    const full = laptop.open({
      environment: {
        ...IDLE,
        locks: rounds.locks,
        storedBytes: async () => PREFETCH_BYTES + 1,
      },
    })
    await untilTrue(() => rounds.count > 0, 'the end of the round')
    expect(await onDisk(laptop)).toEqual([])
    await Promise.all([saving.close(), full.close()])
    laptop.open({ environment: { ...IDLE, storedBytes: async () => PREFETCH_BYTES } })
    await onDiskBecomes(laptop, ['s1'])
  })
})

/** Locks that count the rounds of bringing that have ended. */
function roundsOf() {
  const rounds = {
    count: 0,
    locks: {
      request: async (name: string, ...rest: unknown[]) => {
        await Reflect.apply(navigator.locks.request, navigator.locks, [name, ...rest])
        if (name.endsWith(':prefetch')) rounds.count += 1
      },
    } as unknown as Pick<LockManager, 'request'>,
  }
  return rounds
}

/** The search of a device over these stories. Gives the function that finds. */
function searching(
  of: Device,
  stories: readonly string[],
): (question: string) => Promise<string[]> {
  const answers = new Map<number, (found: string[]) => void>()
  let isReading = true
  const take = createSearcher(of.indexedDB!, (message) => {
    if (message.kind === 'found') answers.get(message.ask)?.(message.found.hits.map(({ id }) => id))
    else isReading = message.isReading
  })
  take({ kind: 'begin', database: 'sluice:ana:w1' })
  const line = { labels: [], reason: null, stage: 'idea', team: null, theme: null } as const
  take({
    kind: 'stories',
    set: stories.map((id, at) => ({ ...line, id, key: `SL-${at + 1}`, title: 'A story' })),
    gone: [],
  })
  let ask = 0
  return async (question) => {
    take({ kind: 'look' })
    await untilTrue(() => !isReading, 'the search to have read')
    const found = Promise.withResolvers<string[]>()
    answers.set((ask += 1), found.resolve)
    take({ kind: 'find', ask, question, filter: {}, most: 10 })
    return found.promise
  }
}
