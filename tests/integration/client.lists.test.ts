import { describe, expect, test } from 'vitest'
import { Doc, encodeStateAsUpdate } from 'yjs'
import { clientBench } from '#tests/support/clientBench.ts'
import { type Device, isReady, ready, saved, until } from '#tests/support/clientDevice.ts'
import { backlogBecomes, done, storiesBecome, withTeam } from '#tests/support/clientTeams.ts'
import { docOf, textBecomes, textOf, type } from '#tests/support/clientText.ts'

const bench = clientBench()
const { device } = bench

/** What a device's disk has of lists and prose. */
async function onDisk({ indexedDB, me }: Device) {
  const request = indexedDB!.open(`sluice:${me.id}:w1`)
  await new Promise((resolve) => request.addEventListener('success', resolve))
  const read = async <Row>(table: string) => {
    const rows = request.result.transaction(table).objectStore(table).getAll()
    await new Promise((resolve) => rows.addEventListener('success', resolve))
    return rows.result as Row[]
  }
  const lists = await read<{ name: string }>('lists')
  const items = await read<{ list: string; id: string }>('items')
  const prose = await read<{ story: string }>('prose')
  request.result.close()
  return {
    lists: lists.map(({ name }) => name).sort(),
    items: items.map(({ list, id }) => `${list} ${id}`).sort(),
    prose: [...new Set(prose.map(({ story }) => story))].sort(),
  }
}

describe('[I5] [I7] the lists of a workspace', () => {
  test('a story that is assigned and moved on offline shows at once, survives a reload and converges', async () => {
    const ana = await withTeam(bench)
    const laptop = device('kim', ['member'])
    const before = laptop.open()
    await backlogBecomes(before, [])
    laptop.offline()
    expect(before.send({ type: 'assignToTeam', story: 's1', team: 'web' }).ok).toBe(true)
    expect(before.send({ type: 'moveToStep', story: 's1', step: 'doing' }).ok).toBe(true)
    expect(before.send({ type: 'sizeStory', story: 's1', size: '3' }).ok).toBe(true)
    const shown = await ready(before)
    expect(shown.backlogs.get('web')?.stories).toMatchObject([
      { id: 's1', step: 'doing', size: '3' },
    ])
    expect(shown.columns.ready.map(({ id }) => id)).toEqual(['s2'])
    await before.close()

    const after = laptop.open()
    await backlogBecomes(after, ['s1 doing'])
    await until(after.sync, (state) => state.kind === 'offline' && state.count === 3, 6_000)
    laptop.online()
    await saved(after)
    await backlogBecomes(ana, ['s1 doing'])
    await backlogBecomes(after, ['s1 doing'])
    await until(ana.area, (view) => isReady(view) && view.stories.get('s1')?.size === '3')
    const [mine, theirs] = [await ready(after), await ready(ana)]
    expect(mine.stories.get('s1')).toEqual(theirs.stories.get('s1'))
    expect([...mine.pending]).toEqual([])
    expect(after.refused.get()).toEqual([])
  })

  test('a theme can be created and given in the same breath, offline', async () => {
    await bench.server.capture('s1', 'First')
    const laptop = device()
    const ana = laptop.open()
    await storiesBecome(ana, 1)
    laptop.offline()
    const sent = ana.sendAll([
      { type: 'createTheme', theme: 'speed', name: 'Speed' },
      { type: 'setTheme', story: 's1', theme: 'speed' },
    ])
    expect(sent.map(({ ok }) => ok)).toEqual([true, true])
    const view = await ready(ana)
    expect(view.settings.themes.get('speed')?.name).toBe('Speed')
    expect(view.stories.get('s1')?.theme).toBe('speed')
    laptop.online()
    await saved(ana)
    const elsewhere = device().open()
    await until(
      elsewhere.area,
      (there) => isReady(there) && there.stories.get('s1')?.theme === 'speed',
    )
  })

  test('[I6] a backlog is not loaded, rather than empty, until its list has come', async () => {
    const ana = await withTeam(bench)
    await done(ana, { type: 'assignToTeam', story: 's1', team: 'web' })
    const kim = device('kim', ['member']).open()
    const seen: (string | null)[] = []
    kim.area.subscribe(() => {
      const view = kim.area.get()
      const backlog = isReady(view) ? view.backlogs.get('web') : undefined
      if (backlog) seen.push(backlog.isLoaded ? backlog.stories.map(({ id }) => id).join() : null)
    })
    await backlogBecomes(kim, ['s1 todo'])
    expect(new Set(seen.slice(0, -1))).toEqual(new Set([null]))
    expect(seen.at(-1)).toBe('s1')
  })
})

describe('[I8] who may not see a team any more', () => {
  test('loses its stories and their prose from memory and disk; what was asked of them is refused with a sentence', async () => {
    const ana = await withTeam(bench, { isPrivate: true })
    await done(ana, { type: 'assignToTeam', story: 's1', team: 'web' })
    const laptop = device('kim', ['member'])
    const kim = laptop.open()
    await backlogBecomes(kim, ['s1 todo'])
    for (const story of ['s1', 's2']) {
      const handle = kim.openStory(story)
      type(await docOf(handle), `text of ${story}`)
      await saved(kim)
      handle.release()
    }
    laptop.offline()
    kim.send({ type: 'moveToStep', story: 's1', step: 'doing' })
    await until(kim.sync, ({ kind }) => kind === 'offline')
    await done(ana, { type: 'setTeamMember', team: 'web', member: 'kim', role: null })
    laptop.online()
    const [refused] = await until(kim.refused, (all) => all.length === 1)
    expect(refused).toMatchObject({ refusal: { code: 'notFound' } })
    expect(refused?.refusal.message).toContain('you cannot see it')
    const view = await ready(kim)
    expect([...view.stories.keys()]).toEqual(['s2'])
    expect([...view.backlogs.keys()]).toEqual([])
    expect([...view.settings.teams.keys()]).toEqual([])
    expect(kim.judge({ type: 'restoreStory', story: 's1' })).toBeNull()
    await saved(kim)
    await expect
      .poll(() => onDisk(laptop), { timeout: 15_000 })
      .toEqual({ lists: ['area:w1', 'inbox:kim'], items: ['area:w1 s2'], prose: ['s2'] })
  })

  test('keeps what was typed there and had not reached the server, readable', async () => {
    const ana = await withTeam(bench, { isPrivate: true })
    await done(ana, { type: 'assignToTeam', story: 's1', team: 'web' })
    const laptop = device('kim', ['member'])
    const kim = laptop.open()
    await backlogBecomes(kim, ['s1 todo'])
    const handle = kim.openStory('s1')
    const doc = await docOf(handle)
    await saved(kim)
    laptop.offline()
    type(doc, 'mine')
    await until(kim.sync, ({ kind }) => kind === 'offline')
    await done(ana, { type: 'setTeamMember', team: 'web', member: 'kim', role: null })
    laptop.online()
    await until(kim.stuck, (stories) => stories.has('s1'))
    const gone = await until(handle.state, ({ phase }) => phase === 'gone')
    expect(gone.phase === 'gone' && gone.unsaved && textOf(gone.unsaved)).toBe('mine')
    // Let in again, the person goes on where they were.
    await done(ana, { type: 'setTeamMember', team: 'web', member: 'kim', role: 'member' })
    await saved(kim)
    await backlogBecomes(kim, ['s1 todo'])
    expect(textOf(await docOf(ana.openStory('s1')))).toBe('mine')
  })

  test('[UX15] is never told by presence which of its stories somebody is in', async () => {
    const ana = await withTeam(bench, { isPrivate: true })
    await done(ana, { type: 'assignToTeam', story: 's1', team: 'web' })
    const bo = device('bo', ['member']).open()
    await storiesBecome(bo, 1)
    const seen = new Set<string | null>()
    bo.presence.subscribe(() => bo.presence.get().forEach(({ story }) => seen.add(story)))
    const kim = device('kim', ['member']).open()
    await backlogBecomes(kim, ['s1 todo'])
    ana.setWhereabouts({ story: 's1', editing: true })
    await until(kim.presence, (others) => others.some(({ story }) => story === 's1'))
    ana.setWhereabouts({ story: 's2', editing: true })
    await until(bo.presence, (others) => others.some(({ story }) => story === 's2'))
    // It becomes private while she is in it.
    await done(ana, { type: 'assignToTeam', story: 's2', team: 'web' })
    await until(bo.presence, (others) => others.every(({ story }) => story === null))
    await until(kim.presence, (others) => others.some(({ story }) => story === 's2'))
    expect(seen.has('s1')).toBe(false)
  })
})

describe('[I5] a device of an older version of the app', () => {
  test('brings what it had not sent yet, commands and text, and gets its lists anew', async () => {
    await bench.server.capture('s1', 'First')
    const laptop = device()
    await leftByOlderVersion(laptop)
    const ana = laptop.open()
    await storiesBecome(ana, 2)
    await saved(ana)
    const view = await ready(ana)
    expect(view.stories.get('s1')).toMatchObject({ title: 'First', team: null, labels: [] })
    expect(view.stories.get('s2')).toMatchObject({ title: 'Captured before', key: 'ST-2' })
    const elsewhere = device().open()
    await textBecomes(await docOf(elsewhere.openStory('s1')), 'typed before')
  })
})

/** Makes the database as the first version of the app left it: one list, a command and text that were not sent. */
async function leftByOlderVersion({ indexedDB, me }: Device): Promise<void> {
  const request = indexedDB!.open(`sluice:${me.id}:w1`, 1)
  request.addEventListener('upgradeneeded', () => {
    const made = request.result
    made.createObjectStore('lists', { keyPath: 'name' })
    made.createObjectStore('items', { keyPath: ['list', 'id'] })
    const outbox = made.createObjectStore('outbox', { autoIncrement: true })
    outbox.createIndex('id', 'id', { unique: true })
    made.createObjectStore('refused', { keyPath: 'id' })
    made.createObjectStore('prose', { autoIncrement: true }).createIndex('story', 'story')
    made.createObjectStore('unsaved', { keyPath: ['story', 'tab'] })
  })
  await new Promise((resolve) => request.addEventListener('success', resolve))
  const doc = new Doc()
  type(doc, 'typed before')
  const command = { id: 'c1', type: 'captureStory', story: 's2', title: 'Captured before' }
  const info = { workspace: { id: 'w1', name: 'Acme', keyPrefix: 'ST' }, members: [] }
  const item = { id: 's1', title: 'Old', stage: 'idea', rank: 'a0', trashedAt: null }
  const rows = {
    lists: { name: 'area:w1', seq: 1, info },
    items: { list: 'area:w1', id: 's1', item },
    outbox: { id: 'c1', command, at: 1, title: command.title },
    prose: { story: 's1', schema: 1, update: encodeStateAsUpdate(doc) },
    unsaved: { story: 's1', tab: 'closed', upTo: 1 },
  }
  const transaction = request.result.transaction(Object.keys(rows), 'readwrite')
  for (const [table, row] of Object.entries(rows)) transaction.objectStore(table).add(row)
  await new Promise((resolve) => transaction.addEventListener('complete', resolve))
  request.result.close()
}
