import { describe, expect, test } from 'vitest'
import { clientBench } from '#tests/support/clientBench.ts'
import { isReady, ready, saved, until } from '#tests/support/clientDevice.ts'
import { docOf, textBecomes, titles, titlesBecome, type } from '#tests/support/clientText.ts'
import { startServer } from '#tests/support/sync.ts'

const bench = clientBench()
const { device } = bench

describe('[I5] commands', () => {
  test('are in the view at once, and saved when the server has them', async () => {
    const ana = device().open()
    await ready(ana)
    const sent = ana.send({ type: 'captureStory', story: 's1', title: 'Export to CSV' })
    const view = await ready(ana)
    expect(view.columns.idea.map(({ title }) => title)).toEqual(['Export to CSV'])
    expect(view.pending.has('s1')).toBe(true)
    expect(ana.sync.get()).toEqual({ kind: 'saving', count: 1 })
    expect(sent.ok && (await sent.settled)).toEqual({ ok: true })
    await until(
      ana.area,
      (v) => isReady(v) && v.pending.size === 0 && v.stories.get('s1')?.key === 'ST-1',
    )
    await saved(ana)
  })

  test('refused by the view change nothing and are not sent', async () => {
    await bench.server.capture('s1')
    const ana = device().open()
    await titlesBecome(ana, ['Story s1'])
    const before = ana.area.get()
    expect(ana.send({ type: 'markReady', story: 's1' })).toMatchObject({
      ok: false,
      code: 'moveNotAllowed',
    })
    expect(ana.area.get()).toBe(before)
    expect(ana.refused.get()).toEqual([])
  })

  test('given offline survive a reload offline, and converge afterwards', async () => {
    await bench.server.capture('s1', 'First')
    await bench.server.addPerson('kim')
    const laptop = device()
    const before = laptop.open()
    await titlesBecome(before, ['First'])
    laptop.offline()
    before.send({ type: 'captureStory', story: 's2', title: 'Second' })
    before.send({ type: 'startRefining', story: 's1' })
    before.send({ type: 'renameStory', story: 's2', title: 'Second, renamed' })
    await before.close()

    const after = laptop.open()
    await titlesBecome(after, ['Second, renamed'])
    expect(await titles(after, 'refinement')).toEqual(['First'])
    await until(after.sync, ({ kind }) => kind === 'offline', 6_000)
    expect(after.sync.get()).toEqual({ kind: 'offline', count: 3 })

    const kim = device('kim', ['member']).open()
    await titlesBecome(kim, ['First'])
    laptop.online()
    await saved(after)
    await titlesBecome(kim, ['Second, renamed'])
    await titlesBecome(kim, ['First'], 'refinement')
    expect((await ready(after)).stories.get('s2')?.key).toBe('ST-2')
  })

  test('[UX13] refused on return put the card back, say why, and stay until dismissed', async () => {
    await bench.server.capture('s1', 'First')
    await bench.server.addPerson('kim')
    const laptop = device()
    const ana = laptop.open()
    await titlesBecome(ana, ['First'])
    laptop.offline()
    ana.send({ type: 'startRefining', story: 's1' })
    const kim = device('kim', ['member']).open()
    await titlesBecome(kim, ['First'])
    const trashed = kim.send({ type: 'trashStory', story: 's1' })
    expect(trashed.ok && (await trashed.settled)).toEqual({ ok: true })
    laptop.online()
    const [refused] = await until(ana.refused, (all) => all.length === 1)
    expect(refused).toMatchObject({ title: 'First', refusal: { code: 'inTrash' } })
    await titlesBecome(ana, [], 'refinement')
    await saved(ana)
    await ana.close()

    const later = laptop.open()
    await until(later.refused, (all) => all.length === 1)
    later.dismissRefusal(refused!.command.id)
    expect(later.refused.get()).toEqual([])
    await later.close()
    const last = laptop.open()
    await ready(last)
    expect(last.refused.get()).toEqual([])
  })

  test('[UX13] that somebody else has carried out a moment before are done, and no failure', async () => {
    await bench.server.capture('s1', 'First')
    await bench.server.addPerson('kim')
    const laptop = device()
    const ana = laptop.open()
    await titlesBecome(ana, ['First'])
    laptop.offline()
    const sent = ana.send({ type: 'startRefining', story: 's1' })
    const kim = device('kim', ['member']).open()
    await titlesBecome(kim, ['First'])
    const moved = kim.send({ type: 'startRefining', story: 's1' })
    expect(moved.ok && (await moved.settled)).toEqual({ ok: true })
    laptop.online()
    expect(sent.ok && (await sent.settled)).toEqual({ ok: true, wasDone: true })
    await saved(ana)
    expect(ana.refused.get()).toEqual([])
    await titlesBecome(ana, ['First'], 'refinement')
  })

  test('[UX13] [I2] that send a story elsewhere than somebody did meanwhile lose, are told why, and happen once', async () => {
    await bench.server.capture('s1', 'First')
    await bench.server.addPerson('kim')
    const laptop = device()
    const ana = laptop.open()
    await titlesBecome(ana, ['First'])
    laptop.offline()
    ana.send({ type: 'startRefining', story: 's1' })
    await titlesBecome(ana, ['First'], 'refinement')
    const kim = device('kim', ['member']).open()
    await titlesBecome(kim, ['First'])
    const moved = kim.send({ type: 'dismissStory', story: 's1', reason: 'Not this year' })
    expect(moved.ok && (await moved.settled)).toEqual({ ok: true })
    laptop.online()
    const [refused] = await until(ana.refused, (all) => all.length === 1)
    expect(refused).toMatchObject({ title: 'First', refusal: { code: 'moveNotAllowed' } })
    for (const client of [ana, kim]) await titlesBecome(client, ['First'], 'wont-do')
    const { workspaces } = bench.server.faults.storage
    const moves = await workspaces.history({
      workspace: 'w1',
      story: 's1',
      types: ['StoryMoved'],
      limit: 10,
    })
    expect(moves).toMatchObject([{ to: 'wont-do' }])
  })

  test('that depend on a refused capture are refused with it, by its name', async () => {
    await bench.server.capture('taken', 'Theirs')
    const laptop = device()
    const first = laptop.open()
    await titlesBecome(first, ['Theirs'])
    laptop.offline()
    // Another device used the same id in the meantime.
    first.send({ type: 'captureStory', story: 's9', title: 'Mine' })
    first.send({ type: 'renameStory', story: 's9', title: 'Mine, renamed' })
    await bench.server.capture('s9', 'Somebody else was faster')
    laptop.online()
    const refused = await until(first.refused, (all) => all.length === 2)
    expect(refused[0]!.refusal.code).toBe('idTaken')
    expect(refused[1]!.refusal.message).toContain('"Mine" was not captured')
    await titlesBecome(first, ['Theirs', 'Somebody else was faster'])
  })

  test('have one effect when the connection breaks before the answer', async () => {
    const laptop = device()
    const ana = laptop.open()
    await ready(ana)
    for (let round = 0; round < 5; round += 1) {
      ana.send({ type: 'captureStory', story: `r${round}`, title: `Round ${round}` })
      laptop.offline()
      laptop.online()
    }
    await saved(ana)
    await titlesBecome(
      ana,
      [0, 1, 2, 3, 4].map((round) => `Round ${round}`),
    )
    expect(ana.refused.get()).toEqual([])
  })

  test('go on after the server was stopped and started', async () => {
    const laptop = device()
    const ana = laptop.open()
    await ready(ana)
    const { dataDir, port } = bench.server
    await bench.server.stop({ keep: true })
    ana.send({ type: 'captureStory', story: 's1', title: 'While it was down' })
    bench.server = await startServer({ dataDir, port })
    laptop.online()
    await saved(ana)
    expect((await ready(ana)).stories.get('s1')?.key).toBe('ST-1')
  })
})

describe('[I5] two tabs of one browser', () => {
  test('see each other’s pending commands offline, and each is sent once', async () => {
    const laptop = device()
    const one = laptop.open()
    const two = laptop.open()
    await Promise.all([ready(one), ready(two)])
    laptop.offline()
    one.send({ type: 'captureStory', story: 's1', title: 'From one' })
    await titlesBecome(two, ['From one'])
    two.send({ type: 'renameStory', story: 's1', title: 'Renamed in two' })
    await titlesBecome(one, ['Renamed in two'])
    laptop.online()
    await Promise.all([saved(one), saved(two)])
    await titlesBecome(one, ['Renamed in two'])
    await titlesBecome(two, ['Renamed in two'])
    expect(one.refused.get()).toEqual([])
    const events = await bench.server.faults.storage.workspaces.events('w1', 0, 10)
    expect(events.map((event) => event.type)).toEqual(['StoryCaptured', 'StoryRenamed'])
  })

  test('share refusals and their dismissal', async () => {
    await bench.server.capture('s1', 'First')
    const laptop = device()
    const one = laptop.open()
    const two = laptop.open()
    await Promise.all([titlesBecome(one, ['First']), titlesBecome(two, ['First'])])
    laptop.offline()
    one.send({ type: 'captureStory', story: 's2', title: 'Mine' })
    await bench.server.capture('s2', 'Theirs')
    laptop.online()
    const [refused] = await until(two.refused, (all) => all.length === 1)
    two.dismissRefusal(refused!.command.id)
    expect(await until(one.refused, (all) => all.length === 0)).toEqual([])
  })

  test('show each other’s typing offline', async () => {
    await bench.server.capture('s1', 'First')
    const laptop = device()
    const one = laptop.open()
    const two = laptop.open()
    const inOne = await docOf(one.openStory('s1'))
    const inTwo = await docOf(two.openStory('s1'))
    await Promise.all([saved(one), saved(two)])
    laptop.offline()
    type(inOne, 'typed in one')
    expect(await textBecomes(inTwo, 'typed in one')).toBe('typed in one')
    laptop.online()
    await Promise.all([saved(one), saved(two)])
  })
})
