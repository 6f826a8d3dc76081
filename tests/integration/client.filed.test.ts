import { describe, expect, test } from 'vitest'
import { clientBench } from '#tests/support/clientBench.ts'
import { type Device, isReady, ready, saved, until } from '#tests/support/clientDevice.ts'
import { done, storiesBecome, withTeam } from '#tests/support/clientTeams.ts'
import { docOf, textOf, textBecomes, type } from '#tests/support/clientText.ts'
import { fileAfter } from '#tests/support/syncTeams.ts'
import type { WorkspaceClient } from '#lib/client/client.ts'

const bench = clientBench()
const { device } = bench

/** Ana's page of a workspace in which `old` was set aside and `s1` done long ago, and `s2` is ready. */
async function filedLongAgo({ isPrivate = false } = {}): Promise<WorkspaceClient> {
  const ana = await withTeam(bench, { isPrivate })
  await bench.server.capture('old', 'An old idea')
  await storiesBecome(ana, 3)
  await done(
    ana,
    { type: 'dismissStory', story: 'old', reason: 'Too early' },
    { type: 'assignToTeam', story: 's1', team: 'web' },
    { type: 'moveToStep', story: 's1', step: 'done' },
  )
  await fileAfter(bench.server, 91)
  await storiesBecome(ana, 1)
  return ana
}

const idsIn = async (client: WorkspaceClient) => [...(await ready(client)).stories.keys()].sort()

/** Opens a page and waits until it knows what was filed. */
async function fresh(laptop: Device, lists = 2): Promise<WorkspaceClient> {
  const page = laptop.open()
  await until(page.area, (view) => isReady(view) && view.filed.size === lists)
  await storiesBecome(page, 1)
  return page
}

describe('[CL5] closed stories on a device', () => {
  test('[CL5] are not fetched until somebody needs them, and how many they are is known', async () => {
    await filedLongAgo()
    const kim = await fresh(device('kim', ['member']))
    const view = await ready(kim)
    expect([...view.filed]).toMatchObject([
      [null, { places: { 'wont-do': 1 }, isComing: false }],
      ['web', { places: { done: 1 }, isComing: false }],
    ])
    expect(view.backlogs.get('web')?.filed).toMatchObject({ places: { done: 1 } })
    kim.bringFiled()
    await storiesBecome(kim, 3)
    const whole = await until(kim.area, (now) => isReady(now) && now.filed.size === 0)
    expect(isReady(whole) && whole.columns['wont-do'].map(({ id }) => id)).toEqual(['old'])
  })

  test('[CL5] are followed from then on, also offline and after a reload', async () => {
    await filedLongAgo()
    const laptop = device('kim', ['member'])
    const first = await fresh(laptop)
    first.bringFiled()
    await storiesBecome(first, 3)
    await first.close()
    laptop.offline()
    const second = laptop.open()
    await storiesBecome(second, 3)
    expect(isReady(second.area.get()) && [...(await ready(second)).filed]).toEqual([])
    laptop.online()
    await saved(second)
    const ana = await fresh(device())
    await done(ana, { type: 'renameStory', story: 'old', title: 'Renamed' })
    await until(
      second.area,
      (view) => isReady(view) && view.stories.get('old')?.title === 'Renamed',
    )
  })

  test('[CL3] one that is reopened is on the board at once, also of whoever has not the others', async () => {
    const ana = await filedLongAgo()
    const kim = await fresh(device('kim', ['member']))
    ana.bringFiled()
    await storiesBecome(ana, 3)
    const sent = ana.send({ type: 'reopenStory', story: 'old' })
    expect((await ready(ana)).columns.idea.map(({ id }) => id)).toEqual(['old'])
    expect(sent.ok && (await sent.settled)).toEqual({ ok: true })
    await storiesBecome(kim, 2)
    expect((await ready(kim)).columns.idea.map(({ id }) => id)).toEqual(['old'])
    await until(kim.area, (view) => isReady(view) && !view.filed.has(null))
    // Taken back it is closed anew, and on everybody's list.
    await done(ana, { type: 'dismissStory', story: 'old', reason: 'Too early' })
    await until(kim.area, (view) => isReady(view) && view.columns['wont-do'].length === 1)
    expect(await idsIn(ana)).toEqual(['old', 's1', 's2'])
  })

  test('[CL5] a command that waited here while its story was filed is carried out, and shows', async () => {
    const ana = await withTeam(bench)
    await done(ana, { type: 'dismissStory', story: 's1', reason: 'Too early' })
    const laptop = device('kim', ['member'])
    const before = laptop.open()
    await until(before.area, (view) => isReady(view) && view.columns['wont-do'].length === 1)
    laptop.offline()
    expect(before.send({ type: 'renameStory', story: 's1', title: 'Renamed offline' }).ok).toBe(
      true,
    )
    await before.close()
    await fileAfter(bench.server, 91)
    await storiesBecome(ana, 1)
    laptop.online()
    const after = laptop.open()
    await saved(after)
    await until(
      after.area,
      (view) => isReady(view) && view.stories.get('s1')?.title === 'Renamed offline',
    )
    expect(after.refused.get()).toEqual([])
  })

  test('[CL5] what is done about one that is not here is judged by the server, and brings it', async () => {
    await filedLongAgo()
    const kim = await fresh(device('kim', ['member']))
    expect(kim.judge({ type: 'watchStory', story: 'old' })).toBeNull()
    await done(kim, { type: 'watchStory', story: 'old' })
    await until(
      kim.area,
      (view) => isReady(view) && view.stories.get('old')?.watchers.includes('kim') === true,
    )
    const sent = kim.send({ type: 'watchStory', story: 'nothing' })
    expect(sent).toMatchObject({ ok: false, code: 'notFound' })
  })

  test('[CL5] one that is open while it is filed stays open, with its text', async () => {
    const ana = await withTeam(bench)
    await done(ana, { type: 'dismissStory', story: 's1', reason: 'Too early' })
    const handle = ana.openStory('s1')
    type(await docOf(handle), 'what was written')
    await saved(ana)
    const seen: boolean[] = []
    handle.state.subscribe(() => seen.push(handle.state.get().phase === 'gone'))
    await fileAfter(bench.server, 91)
    await until(ana.area, (view) => isReady(view) && view.stories.get('s1')?.filedAt !== undefined)
    expect(seen).not.toContain(true)
    expect(textOf(await docOf(handle))).toContain('what was written')
    handle.release()
  })

  test('[I8] who may not see a team any more loses what it closed, too', async () => {
    const ana = await filedLongAgo({ isPrivate: true })
    const kim = await fresh(device('kim', ['member']))
    kim.bringFiled()
    await storiesBecome(kim, 3)
    await done(ana, { type: 'setTeamMember', team: 'web', member: 'kim', role: null })
    await storiesBecome(kim, 2)
    expect(await idsIn(kim)).toEqual(['old', 's2'])
    const bo = device('bo', ['member']).open()
    await storiesBecome(bo, 1)
    bo.bringFiled()
    await storiesBecome(bo, 2)
    expect(await idsIn(bo)).toEqual(['old', 's2'])
  })

  test('[ST7] what goes to the trash is not taken for filed, and comes back with an undo', async () => {
    const ana = await filedLongAgo()
    await done(ana, { type: 'trashStory', story: 's2' })
    await until(ana.area, (view) => isReady(view) && view.stories.size === 0)
    expect(ana.judge({ type: 'renameStory', story: 's2', title: 'x' })?.code).toBe('inTrash')
    await done(ana, { type: 'restoreStory', story: 's2' })
    await storiesBecome(ana, 1)
    expect((await ready(ana)).filed.size).toBe(2)
  })

  test('[CL5] a text of a filed story opens for whoever has a link to it', async () => {
    const ana = await withTeam(bench)
    const handle = ana.openStory('s1')
    type(await docOf(handle), 'the old text')
    await saved(ana)
    handle.release()
    await done(ana, { type: 'dismissStory', story: 's1', reason: 'Too early' })
    await fileAfter(bench.server, 91)
    const kim = await fresh(device('kim', ['member']), 1)
    kim.bringFiled()
    await storiesBecome(kim, 2)
    await textBecomes(await docOf(kim.openStory('s1')), 'the old text')
  })
})
