import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { TalkView, WorkspaceClient } from '#lib/client/client.ts'
import { Device, ready, saved, until } from '#tests/support/clientDevice.ts'
import { startServer, type TestServer } from '#tests/support/sync.ts'
import { decideAs, toReady } from '#tests/support/syncTeams.ts'

let server: TestServer
const devices: Device[] = []

beforeEach(async () => {
  server = await startServer()
  await server.addPerson('bo')
  await server.capture('s1')
})

afterEach(async () => {
  for (const device of devices.splice(0)) await device.shut()
  await server.stop()
})

function device(person = 'ana', roles?: readonly string[]): Device {
  const made = new Device(server, person, roles)
  devices.push(made)
  return made
}

type Ready = Extract<TalkView, { phase: 'ready' }>
const isKnown = (view: TalkView): view is Ready => view.phase === 'ready'
const wordsIn = (view: TalkView) =>
  isKnown(view) ? view.threads.flatMap(({ comments }) => comments.map(({ text }) => text)) : null
const says = (...words: string[]) => {
  return (view: TalkView) => JSON.stringify(wordsIn(view)) === JSON.stringify(words)
}
const start = { type: 'startThread', story: 's1', thread: 't', comment: 'c', anchor: null } as const

/** Keeps a discussion open, as a page does. */
function look(client: WorkspaceClient, story = 's1'): () => void {
  return client.talk(story).subscribe(() => {})
}

describe('[I5] [I7] a discussion on a device', () => {
  test('[UX1] what is written is there at once, for the others when the server has it, and on cards', async () => {
    const [ana, bo] = [device().open(), device('bo', ['member']).open()]
    await Promise.all([ready(ana), ready(bo)])
    look(ana)
    look(bo)
    await until(bo.talk('s1'), isKnown)
    await until(ana.talk('s1'), isKnown)
    expect(ana.send({ ...start, text: 'Why?' }).ok).toBe(true)
    const mine = ana.talk('s1').get()
    expect(says('Why?')(mine)).toBe(true)
    expect(isKnown(mine) && [...mine.pending]).toEqual(['c'])
    await until(bo.talk('s1'), says('Why?'))
    await saved(ana)
    const confirmed = await until(
      ana.talk('s1'),
      (view) => isKnown(view) && view.pending.size === 0,
    )
    expect(says('Why?')(confirmed)).toBe(true)
    const { stories } = await ready(bo)
    expect(stories.get('s1')?.talk).toEqual({ comments: 1, open: 1 })
  })

  test('[UX14] a thread that nobody touched stays the same object while another one grows', async () => {
    const ana = device().open()
    await ready(ana)
    look(ana)
    await until(ana.talk('s1'), isKnown)
    ana.send({ ...start, text: 'One' })
    ana.send({ ...start, thread: 't2', comment: 'c2', text: 'Two' })
    await saved(ana)
    const before = await until(ana.talk('s1'), (view) => isKnown(view) && view.pending.size === 0)
    await decideAs(server, 'bo', {
      type: 'reply',
      story: 's1',
      thread: 't2',
      comment: 'r',
      text: 'So',
    })
    const after = await until(ana.talk('s1'), says('One', 'Two', 'So'))
    if (!isKnown(before) || !isKnown(after)) throw new Error('not known')
    expect(after.threads[0]).toBe(before.threads[0])
    expect(after.threads[1]).not.toBe(before.threads[1])
  })

  test('[I5] written offline it survives a crash, and goes out afterwards, once', async () => {
    const browser = device()
    const first = browser.open()
    await ready(first)
    look(first)
    first.send({ ...start, text: 'Before' })
    await saved(first)
    await until(first.talk('s1'), (view) => isKnown(view) && view.pending.size === 0)
    browser.offline()
    expect(
      first.send({ type: 'reply', story: 's1', thread: 't', comment: 'r', text: 'Offline' }).ok,
    ).toBe(true)
    await vi.waitFor(() => expect(first.hasUnkept()).toBe(false))
    const second = browser.open()
    await ready(second)
    look(second)
    await until(second.talk('s1'), says('Before', 'Offline'))
    browser.online()
    await saved(second)
    await until(second.talk('s1'), (view) => isKnown(view) && view.pending.size === 0)
    const other = device('bo', ['member']).open()
    await ready(other)
    look(other)
    await until(other.talk('s1'), says('Before', 'Offline'))
  })

  test('a story captured offline is discussed before anybody else knows of it', async () => {
    const browser = device()
    const client = browser.open()
    await ready(client)
    browser.offline()
    client.send({ type: 'captureStory', story: 'new', title: 'New' })
    look(client, 'new')
    const ids = { story: 'new', thread: 'n', comment: 'n' }
    expect(client.send({ ...start, ...ids, text: 'First thought' }).ok).toBe(true)
    browser.online()
    await saved(client)
    await until(client.talk('new'), says('First thought'))
  })

  test('[RO10] a story that goes out of sight takes its discussion off the device', async () => {
    const browser = device('bo', ['member'])
    const client = browser.open()
    await ready(client)
    look(client)
    await decideAs(server, 'ana', { ...start, text: 'SECRET' }, ...toReady('s1'))
    await until(client.talk('s1'), says('SECRET'))
    await decideAs(server, 'ana', {
      type: 'createTeam',
      team: 'dark',
      name: 'Dark',
      isPrivate: true,
    })
    await decideAs(server, 'ana', { type: 'assignToTeam', story: 's1', team: 'dark' })
    await until(client.talk('s1'), ({ phase }) => phase === 'loading')
    await vi.waitFor(() => expect(client.hasUnkept()).toBe(false))
    browser.offline()
    const again = browser.open()
    await ready(again)
    look(again)
    expect(await keptTalks(browser)).toEqual([])
    expect(again.talk('s1').get()).toEqual({ phase: 'loading' })
  })
})

/** Gives what the browser's disk holds of discussions. */
async function keptTalks({ indexedDB, me }: Device): Promise<unknown[]> {
  const opening = indexedDB!.open(`sluice:${me.id}:w1`)
  const database = await new Promise<IDBDatabase>((resolve) => {
    opening.addEventListener('success', () => resolve(opening.result))
  })
  const reading = database.transaction('talks').objectStore('talks').getAll()
  const rows = await new Promise<unknown[]>((resolve) => {
    reading.addEventListener('success', () => resolve(reading.result as unknown[]))
  })
  database.close()
  return rows
}
