import { describe, expect, test } from 'vitest'
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import WebSocket from 'ws'
import { ORIGIN, until } from '#tests/support/sync.ts'
import { useSyncBench } from '#tests/support/syncBench.ts'
import { hocuspocusWire as wire } from '#tests/support/wire.ts'

const bench = useSyncBench()

describe('slow and quiet sockets', () => {
  test('[HZ18] a quiet socket without presence is kept by the provider', async () => {
    // Not shorter: a busy machine answers a beat late, and that ends a socket, too.
    await bench.restart(400)
    let closes = 0
    const websocketProvider = new HocuspocusProviderWebsocket({
      url: bench.server.url,
      WebSocketPolyfill: WebSocket,
      messageReconnectTimeout: 2_000,
      onClose: () => (closes += 1),
    })
    bench.leaving({ leave: () => websocketProvider.destroy() })
    const provider = new HocuspocusProvider({
      websocketProvider,
      name: 'story:s1',
      token: 'token-ana',
      awareness: null,
    })
    provider.attach()
    await until(() => provider.isSynced)
    const since = performance.now()
    // The provider looks ten times in that time, and gives up the third time.
    await until(() => performance.now() - since > 3_000)
    expect(closes).toBe(0)
  })

  test('a socket that does not answer any more is ended', async () => {
    await bench.restart(50)
    const client = bench.raw()
    await client.join('story:s1', 'token-ana')
    client.ws.pause()
    await until(() => bench.server.sync.connections() === 0)
    expect(bench.server.sync.connections()).toBe(0)
  })

  test('[HZ20] a socket that does not read is ended before it fills the memory', async () => {
    const workspace = await bench.server.workspaces.open('w1')
    const actor = await bench.server.auth.actorIn('w1', 'ana')
    for (let index = 0; index < 1_000; index += 1) {
      const title = `${index} ${'long title '.repeat(30)}`
      await workspace?.run(actor!, {
        id: `l${index}`,
        type: 'captureStory',
        story: `l${index}`,
        title,
      })
    }
    const client = bench.raw()
    await client.join('area:w1', 'token-ana')
    client.ws.pause()
    const before = process.memoryUsage().arrayBuffers
    const ask = wire.stateless('area:w1', JSON.stringify({ subscribe: { since: null } }))
    for (let times = 0; times < 1_000; times += 1) client.send(ask)
    await until(() => bench.server.sync.connections() === 0)
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(200 * 1024 * 1024)
  })
})

describe('doors', () => {
  test('[HZ12] a foreign Origin is turned away before the upgrade', async () => {
    const evil = bench.raw({ origin: 'http://evil.test', cookie: 'person=ana; session=1' })
    await until(() => evil.refused !== null)
    expect(evil.refused).toBe(403)
  })

  test('an unknown path is not found', async () => {
    const lost = bench.raw({ origin: ORIGIN }, bench.server.url.replace('/sync/w1', '/sync/w1/x'))
    await until(() => lost.refused !== null)
    expect(lost.refused).toBe(404)
  })

  test('without a session every document is denied as signed out', async () => {
    const nobody = bench.browser('').open('story:s1')
    await until(() => nobody.denials.length > 0)
    expect(nobody.denials).toEqual(['signed-out'])
  })

  test('someone who is no member sees nothing', async () => {
    await bench.server.faults.storage.people.createUser({
      id: 'eve',
      email: 'eve@sluice.test',
      name: 'Eve',
      passwordHash: '-',
      colour: 1,
      createdAt: 1,
    })
    const eve = bench.browser('eve').open('story:s1')
    await until(() => eve.denials.length > 0)
    expect(eve.denials).toEqual(['not-found'])
  })

  test('[HZ11] a stranger cannot send much', async () => {
    const stranger = bench.raw()
    await stranger.opened
    stranger.send(wire.update('story:s1', new Uint8Array(2_000_000)))
    await until(() => stranger.closed !== null)
    expect(bench.server.sync.connections()).toBe(0)
  })

  test('[HZ11] a frame over the limit closes its socket only', async () => {
    const bo = bench.browser('bo').open('story:s1')
    await bo.synced()
    const client = bench.raw()
    await client.join('story:s1', 'token-ana')
    client.send(new Uint8Array(17 * 1024 * 1024))
    await until(() => client.closed !== null)
    expect(client.closed?.code).toBe(1009)
    bo.text.insert(0, 'undisturbed')
    await bo.synced()
  })

  test('[HZ19] ending a session closes its sockets at once, and no others', async () => {
    const first = bench.browser('ana', 'one')
    const second = bench.browser('ana', 'two')
    const firstStory = first.open('story:s1')
    const secondStory = second.open('story:s1')
    const token = bench.raw()
    await token.join('story:s1', 'token-ana')
    await firstStory.synced()
    await secondStory.synced()
    bench.server.auth.end('ana', 'one')
    await until(() => first.closes.length > 0)
    expect(first.closes[0]?.code).toBe(4401)
    await until(() => firstStory.denials.includes('signed-out'), 'the reconnected one is denied')
    expect(second.closes).toEqual([])
    expect(token.closed).toBeNull()
    bench.server.auth.end('ana', null, 'two')
    secondStory.text.insert(0, 'goes on')
    await secondStory.synced()
    bench.server.auth.end('ana', null)
    await until(() => second.closes.length > 0)
    expect(second.closes[0]?.code).toBe(4401)
  })

  test('whose membership changes is sent to connect anew', async () => {
    const bo = bench.browser('bo')
    const area = bo.open('area:w1')
    await area.synced()
    const workspace = await bench.server.workspaces.open('w1')
    const { members } = bench.server.faults.storage.people
    bench.server.faults.storage.people.members = async (id) =>
      (await members.call(bench.server.faults.storage.people, id)).filter(
        ({ user }) => user.id !== 'bo',
      )
    await workspace?.refreshMembers()
    await until(() => bo.closes.length > 0)
    expect(bo.closes[0]?.code).toBe(4403)
  })
})
