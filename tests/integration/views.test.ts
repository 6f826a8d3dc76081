import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AreaView } from '#lib/client/client.ts'
import { clientBench } from '#tests/support/clientBench.ts'
import { isReady, ready, saved, until } from '#tests/support/clientDevice.ts'
import { done, withTeam } from '#tests/support/clientTeams.ts'
import { joinAs, setUpOwner, startTestServer, type TestServer } from '#tests/support/server.ts'
import type { Visitor } from '#tests/support/visitor.ts'

const bench = clientBench()

const namesIn = (area: AreaView) =>
  isReady(area) ? [...area.settings.views.values()].map(({ name }) => name).sort() : null
const show =
  (...names: string[]) =>
  (area: AreaView) =>
    namesIn(area)?.join() === names.join()

describe('[VW2] on the pages of people', () => {
  test("one's own is on all one's devices and nobody else's; shared, it is everybody's, and one's own again when taken back", async () => {
    const ana = await withTeam(bench)
    const bo = bench.device('bo', ['member'])
    const laptop = bo.open()
    const phone = bench.device('bo', ['member']).open()
    await ready(laptop)
    await done(laptop, { type: 'saveView', view: 'v', name: 'Old ideas', look: 'quiet=yes' })
    await until(phone.area, show('Old ideas'))
    await done(ana, { type: 'captureStory', story: 's3', title: 'Said behind it' })
    await until(laptop.area, (area) => isReady(area) && area.stories.size === 3)
    expect(namesIn(ana.area.get())).toEqual([])
    await done(laptop, { type: 'saveView', view: 'v', isShared: true })
    await until(ana.area, show('Old ideas'))
    await until(phone.area, show('Old ideas'))
    await done(ana, { type: 'saveView', view: 'v', name: 'Quiet ideas' })
    await until(phone.area, show('Quiet ideas'))
    await done(laptop, { type: 'saveView', view: 'v', isShared: false })
    await until(ana.area, show())
    await until(phone.area, show('Quiet ideas'))
    // What changes nothing is done with, too, whatever happened elsewhere since.
    await done(ana, { type: 'captureStory', story: 's4', title: 'Said behind it again' })
    await done(phone, { type: 'saveView', view: 'v', name: 'Quiet ideas' })
    await saved(phone)
    await done(phone, { type: 'removeView', view: 'v' })
    await until(laptop.area, show())
    for (const client of [laptop, phone, ana]) await saved(client)
  })

  test('saved, renamed and removed offline it is there at once, outlives a crash, and arrives later', async () => {
    await withTeam(bench)
    const device = bench.device('bo', ['member'])
    const bo = device.open()
    await ready(bo)
    await done(bo, { type: 'saveView', view: 'old', name: 'Old', look: '' })
    await until(bo.area, show('Old'))
    device.offline()
    expect(bo.send({ type: 'saveView', view: 'v', name: 'New', look: 'view=list' }).ok).toBe(true)
    expect(bo.send({ type: 'saveView', view: 'v', name: 'Mine' }).ok).toBe(true)
    expect(bo.send({ type: 'removeView', view: 'old' }).ok).toBe(true)
    expect(namesIn(bo.area.get())).toEqual(['Mine'])
    await until(bo.sync, ({ kind }) => kind === 'offline')
    await bo.close()
    const again = device.open()
    await until(again.area, show('Mine'))
    device.online()
    await saved(again)
    const other = bench.device('bo', ['member']).open()
    await until(other.area, show('Mine'))
    expect(namesIn(again.area.get())).toEqual(['Mine'])
  })

  test('one of a private team comes and goes with the right to read its backlog', async () => {
    const ana = await withTeam(bench, { isPrivate: true })
    const kim = bench.device('kim', ['member']).open()
    const bo = bench.device('bo', ['member']).open()
    await done(
      ana,
      { type: 'saveView', view: 'v', name: 'Secret', backlog: 'web', isShared: true },
      { type: 'saveView', view: 'all', name: 'All', isShared: true },
    )
    await until(kim.area, show('All', 'Secret'))
    await done(kim, { type: 'saveView', view: 'own', name: 'Kim’s', backlog: 'web' })
    await until(bo.area, show('All'))
    await done(ana, { type: 'setTeamMember', team: 'web', member: 'bo', role: 'member' })
    await until(bo.area, show('All', 'Secret'))
    await done(ana, { type: 'setTeamMember', team: 'web', member: 'kim', role: null })
    await until(kim.area, show('All'))
    await done(ana, { type: 'setTeamMember', team: 'web', member: 'kim', role: 'member' })
    await until(kim.area, show('All', 'Kim’s', 'Secret'))
  })
})

describe('[VW2] over HTTP', () => {
  let server: TestServer
  let base: string
  let workspace: string
  let ana: Visitor
  let kim: Visitor
  const send = (who: Visitor, command: object) =>
    who.post(`${base}/commands`, { command: { id: crypto.randomUUID(), ...command } })

  beforeAll(async () => {
    server = await startTestServer()
    const made = await setUpOwner(server)
    ana = made.owner
    workspace = made.workspace
    base = `/api/v1/workspaces/${workspace}`
    kim = await joinAs(server, ana, workspace, { name: 'Kim', email: 'kim@example.com' })
    await send(ana, { type: 'createTeam', team: 'den', name: 'Den', isPrivate: true })
    const view = { type: 'saveView', look: 'who=mine' }
    await send(ana, { ...view, view: 'own', name: 'My secret look' })
    await send(ana, { ...view, view: 'den', name: 'Secret plan', backlog: 'den', isShared: true })
    await send(ana, { ...view, view: 'all', name: 'For all', isShared: true })
  })
  afterAll(() => server.stop())

  test('no list and no page of history tells of what is not for its reader, and it is refused as if it were not there', async () => {
    const { body: me } = await kim.get('/api/v1/me')
    const told = await Promise.all(
      [
        `${base}/lists/area:${workspace}`,
        `${base}/lists/inbox:${me.user.id}`,
        `${base}/history`,
      ].map(async (path) => {
        const { status, body } = await kim.get(path)
        expect(status, path).toBe(200)
        return JSON.stringify(body)
      }),
    )
    for (const secret of ['My secret look', 'Secret plan']) {
      for (const text of told) expect(text).not.toContain(secret)
    }
    expect(told[0]).toContain('For all')
    expect(told[2]).toContain('For all')
    const absent = await send(kim, { type: 'removeView', view: 'nothing' })
    for (const view of ['own', 'den']) {
      for (const command of [
        { type: 'removeView', view },
        { type: 'saveView', view, name: 'Mine' },
      ]) {
        const { status, body } = await send(kim, command)
        expect(status).toBe(absent.status)
        expect({ ...body.result, id: '' }).toEqual({ ...absent.body.result, id: '' })
      }
    }
  })

  test("one's own are with one's inbox", async () => {
    const { body: me } = await ana.get('/api/v1/me')
    const inbox = await ana.get(`${base}/lists/inbox:${me.user.id}`)
    expect(inbox.body.info.views).toEqual([
      {
        id: 'own',
        name: 'My secret look',
        backlog: null,
        look: 'who=mine',
        owner: me.user.id,
        isShared: false,
      },
    ])
  })
})
