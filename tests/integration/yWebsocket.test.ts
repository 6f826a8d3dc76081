import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import WebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { Browser, startServer, type TestServer, until } from '#tests/support/sync.ts'

let server: TestServer
const leaving: (() => void)[] = []

beforeEach(async () => {
  server = await startServer()
  await server.addPerson('bo')
  await server.capture('s1')
})

afterEach(async () => {
  for (const leave of leaving.splice(0)) leave()
  await server.stop()
})

/** A stock y-websocket client, as its package ships it. */
function plain(document: string, token: string | undefined): WebsocketProvider {
  const url = server.url.replace('/sync/', '/yjs/')
  const provider = new WebsocketProvider(url, document, new Y.Doc(), {
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    params: token === undefined ? {} : { token },
    disableBc: true,
  })
  leaving.push(() => provider.destroy())
  return provider
}

function browser(person: string) {
  const opened = new Browser(server, person)
  leaving.push(() => opened.leave())
  return opened
}

describe('a plain y-websocket client', () => {
  test('joins a story: what either side writes, the other has', async () => {
    const ana = browser('ana').open('story:s1')
    await ana.synced()
    const bo = plain('story:s1', 'token-bo')
    await until(() => bo.synced, 'bo is synced')
    bo.doc.getText('body').insert(0, 'from a script')
    await until(() => ana.text.toString() === 'from a script', 'ana reads bo')
    ana.text.insert(0, 'not ')
    await until(() => bo.doc.getText('body').toString() === 'not from a script', 'bo reads ana')
  })

  test('[HZ6] shows its person, and sees the others', async () => {
    const ana = browser('ana').open('story:s1')
    ana.provider.setAwarenessField('cursor', 3)
    const bo = plain('story:s1', 'token-bo')
    bo.awareness.setLocalState({ user: { name: 'The Queen' } })
    const shown = () => ana.provider.awareness!.getStates().get(bo.doc.clientID)?.user
    await until(() => shown() !== undefined, 'ana sees bo')
    expect(shown()).toMatchObject({ id: 'bo', name: 'Bo' })
    await until(() => bo.awareness.getStates().has(ana.doc.clientID), 'bo sees ana')
  })

  test('without a valid token it is told so, and gets nothing', async () => {
    const ana = browser('ana').open('story:s1')
    await ana.synced()
    ana.text.insert(0, 'secret')
    await ana.synced()
    const closes: number[] = []
    const stranger = plain('story:s1', 'wrong')
    stranger.on('connection-close', (event) => event && closes.push(event.code))
    await until(() => closes.length > 0, 'the stranger is turned away')
    expect(closes[0]).toBe(4401)
    expect(stranger.doc.getText('body').toString()).toBe('')
  })

  test('a list takes nothing from it, and an unknown document is not made', async () => {
    const ana = browser('ana').open('area:w1')
    await ana.synced()
    const bo = plain('area:w1', 'token-bo')
    await until(() => bo.synced, 'bo is synced')
    bo.doc.getText('body').insert(0, 'graffiti')
    const nowhere = plain('story:nowhere', 'token-bo')
    const closes: number[] = []
    nowhere.on('connection-close', (event) => event && closes.push(event.code))
    await until(() => closes.length > 0, 'nowhere is refused')
    await ana.command({ type: 'captureStory', story: 's2', title: 'Something after it' })
    expect(ana.doc.getText('body').toString()).toBe('')
  })
})
