import { describe, expect, test } from 'vitest'
import type { Story } from '#lib/domain/story.ts'
import { readPage } from '#server/history/page.ts'
import { findResembling } from '#server/search/findResembling.ts'
import { until } from '#tests/support/sync.ts'
import { useSyncBench } from '#tests/support/syncBench.ts'
import {
  actorOf,
  changesIn,
  decideAs,
  fileAfter,
  flushed,
  openWorkspace,
  subscribe,
  toReady,
} from '#tests/support/syncTeams.ts'

const bench = useSyncBench()

/** `web`, which everybody may see, and `den`, which only Kim and the administrators may: each with a done story. */
async function closedStories(): Promise<void> {
  await bench.server.addPerson('kim')
  await decideAs(
    bench.server,
    'ana',
    { type: 'createTeam', team: 'web', name: 'Web' },
    { type: 'createTeam', team: 'den', name: 'Secret den', isPrivate: true },
    { type: 'setTeamMember', team: 'den', member: 'kim', role: 'member' },
    { type: 'dismissStory', story: 's1', reason: 'No' },
  )
  for (const team of ['web', 'den']) {
    const story = `of-${team}`
    await bench.server.capture(story, `Done by ${team}`)
    await decideAs(
      bench.server,
      'ana',
      ...toReady(story),
      { type: 'assignToTeam', story, team },
      { type: 'moveToStep', story, step: 'done' },
    )
  }
}

async function idsOn(list: string, person: string): Promise<string[] | null> {
  const workspace = await openWorkspace(bench.server)
  const snapshot = workspace.snapshot(list, await actorOf(bench.server, person))
  return snapshot && snapshot.items.map(({ id }) => id).sort()
}

describe('closed stories', () => {
  test('[CL1] leave their lists for one of their own, and say in the header how many they are', async () => {
    await closedStories()
    const area = bench.browser('bo').open('area:w1')
    const team = bench.browser('bo', 'bo-2').open('team:web')
    await subscribe(area)
    await subscribe(team)
    await fileAfter(bench.server, 31)
    await until(() => changesIn(team).length === 1)
    expect(changesIn(team)).toMatchObject([
      { set: {}, gone: ['of-web'], filed: ['of-web'], info: { filed: { places: { done: 1 } } } },
    ])
    expect(changesIn(area)).toEqual([])
    await fileAfter(bench.server, 60)
    await until(() => changesIn(area).length === 1)
    expect(changesIn(area)).toMatchObject([
      { gone: ['s1'], filed: ['s1'], info: { filed: { places: { 'wont-do': 1 } } } },
    ])
    expect(await idsOn('area:w1', 'bo')).toEqual([])
    expect(await idsOn('filed:w1', 'bo')).toEqual(['s1'])
    expect(await idsOn('filed:web', 'bo')).toEqual(['of-web'])
  })

  test('[CL1] a list that was away is told what was filed; after a restart everything is as it was', async () => {
    await closedStories()
    const before = (await openWorkspace(bench.server)).state.seq
    await fileAfter(bench.server, 91)
    await bench.restart()
    const workspace = await openWorkspace(bench.server)
    const bo = await actorOf(bench.server, 'bo')
    expect(workspace.changesSince('area:w1', before, bo)).toMatchObject({
      gone: ['s1'],
      filed: ['s1'],
      info: { filed: { places: { 'wont-do': 1 } } },
    })
    expect(await idsOn('filed:w1', 'bo')).toEqual(['s1'])
    expect(await idsOn('team:web', 'bo')).toEqual([])
  })

  test('[CL3] one that is moved is on its list again before it is gone from the other, in one change', async () => {
    await closedStories()
    await fileAfter(bench.server, 91)
    const told: [string, number, 'set' | 'gone'][] = []
    const workspace = await openWorkspace(bench.server)
    workspace.onNews(({ lists }) => {
      for (const { list, change } of lists) {
        if ('s1' in change.set) told.push([list, change.seq, 'set'])
        if (change.gone.includes('s1')) told.push([list, change.seq, 'gone'])
      }
    })
    await decideAs(bench.server, 'ana', { type: 'reopenStory', story: 's1' })
    const seq = told[0]![1]
    expect(told).toEqual([
      ['area:w1', seq, 'set'],
      ['filed:w1', seq, 'gone'],
    ])
    const ana = await actorOf(bench.server, 'ana')
    expect(workspace.info('area:w1', ana)).not.toHaveProperty('filed')
    expect(workspace.changesSince('filed:w1', seq - 1, ana)).toMatchObject({ gone: ['s1'] })
  })

  test('[CL4] the headers count what is filed by place, theme and persona, whatever is done to it', async () => {
    await closedStories()
    await decideAs(bench.server, 'ana', { type: 'createTheme', theme: 'speed', name: 'Speed' })
    await fileAfter(bench.server, 91)
    const workspace = await openWorkspace(bench.server)
    const ana = await actorOf(bench.server, 'ana')
    const counts = () => workspace.info('area:w1', ana)
    await decideAs(bench.server, 'ana', { type: 'setTheme', story: 's1', theme: 'speed' })
    expect(counts()).toMatchObject({ filed: { places: { 'wont-do': 1 }, themes: { speed: 1 } } })
    await decideAs(bench.server, 'ana', { type: 'setTheme', story: 's1', theme: null })
    expect(counts()).toMatchObject({ filed: { places: { 'wont-do': 1 }, themes: {} } })
    await decideAs(bench.server, 'ana', { type: 'trashStory', story: 's1' })
    expect(counts()).not.toHaveProperty('filed')
    expect(await idsOn('filed:w1', 'ana')).toEqual([])
  })
})

describe('[CL1] [RO10] what a private team has closed', () => {
  test('is there for its members and for nobody else: not its list, nor a count, nor a change', async () => {
    await closedStories()
    const outsider = bench.browser('bo')
    const area = outsider.open('area:w1')
    const late = outsider.open('filed:den')
    await subscribe(area)
    await until(() => late.denials.length > 0)
    expect(late.denials).toEqual(['not-found'])
    await fileAfter(bench.server, 31)
    expect(await idsOn('filed:den', 'kim')).toEqual(['of-den'])
    expect(await idsOn('filed:den', 'ana')).toEqual(['of-den'])
    expect(await idsOn('filed:den', 'bo')).toBeNull()
    const workspace = await openWorkspace(bench.server)
    const bo = await actorOf(bench.server, 'bo')
    expect(workspace.changesSince('filed:den', 0, bo)).toBeNull()
    expect(workspace.audience('filed:den', bo)).toBeNull()
    expect(await idsOn('filed:nothing', 'bo')).toBeNull()
    await flushed(area)
    for (const secret of ['"den"', 'of-den', 'Secret']) {
      expect(JSON.stringify(area.messages)).not.toContain(secret)
    }
  })

  test('ends on an open socket with the right to it', async () => {
    await closedStories()
    await fileAfter(bench.server, 31)
    const kim = bench.browser('kim').open('filed:den')
    await subscribe(kim)
    expect(kim.messages[0]?.snapshot?.items).toMatchObject([{ id: 'of-den' }])
    const member = { type: 'setTeamMember', team: 'den', member: 'kim', role: null }
    await decideAs(bench.server, 'ana', member)
    await until(() => kim.denials.length > 0)
    await decideAs(bench.server, 'ana', { type: 'renameStory', story: 'of-den', title: 'Rival' })
    expect(JSON.stringify(kim.messages)).not.toContain('Rival')
  })

  test('a story that left an open team for it is not said to be filed', async () => {
    await closedStories()
    await decideAs(bench.server, 'ana', { type: 'reassignStory', story: 'of-web', team: 'den' })
    const before = (await openWorkspace(bench.server)).state.seq - 1
    await decideAs(bench.server, 'ana', { type: 'moveToStep', story: 'of-web', step: 'done' })
    await fileAfter(bench.server, 31)
    const workspace = await openWorkspace(bench.server)
    const bo = await actorOf(bench.server, 'bo')
    const change = workspace.changesSince('team:web', before, bo)
    expect(change).toMatchObject({ gone: ['of-web'] })
    expect(change).not.toHaveProperty('filed')
  })
})

test('[CL1] filing is nobody’s doing: it is on record once, and the second look finds nothing', async () => {
  await closedStories()
  await fileAfter(bench.server, 91)
  await fileAfter(bench.server, 1)
  const events = await bench.server.faults.storage.workspaces.events('w1', 0, 1_000)
  const filed = events.filter(({ type }) => type === 'StoryFiled').map(({ story }) => story)
  expect([...filed].sort()).toEqual(['of-den', 'of-web', 's1'])
  const story = (await openWorkspace(bench.server)).story('s1') as Story
  expect(story.filedAt).toBeGreaterThan(story.enteredStageAt)
})

test('[CL1] history tells of it where one story is looked at, and not among what people did', async () => {
  await closedStories()
  await fileAfter(bench.server, 91)
  const { state } = await openWorkspace(bench.server)
  const source = { storage: bench.server.faults.storage, workspace: 'w1', state }
  const page = { before: null, limit: 100 }
  const ana = await actorOf(bench.server, 'ana')
  const typesOf = async (filter: { story?: string }) =>
    (await readPage(source, ana, filter, page)).events.map(({ type }) => type)
  expect((await typesOf({ story: 's1' }))[0]).toBe('StoryFiled')
  expect(await typesOf({})).not.toContain('StoryFiled')
})

describe('[ST8] what resembles an idea among what was filed', () => {
  test('is told to whoever may read it, and to nobody else', async () => {
    await closedStories()
    await fileAfter(bench.server, 91)
    const workspace = await openWorkspace(bench.server)
    const found = async (person: string, ...titles: string[]) =>
      findResembling(workspace, await actorOf(bench.server, person), titles).map((stories) =>
        stories.map(({ id }) => id),
      )
    expect(await found('kim', 'Done by den')).toEqual([['of-den']])
    expect(await found('bo', 'Done by den')).toEqual([[]])
    expect(await found('bo', 'Done by web', 'Another thing', 'Story s1')).toEqual([
      ['of-web'],
      [],
      ['s1'],
    ])
    const member = { type: 'setTeamMember', team: 'den', member: 'kim', role: null }
    await decideAs(bench.server, 'ana', member)
    expect(await found('kim', 'Done by den')).toEqual([[]])
  })

  test('is what no list has: one that was brought back is left to whoever sees it', async () => {
    await closedStories()
    await fileAfter(bench.server, 91)
    const workspace = await openWorkspace(bench.server)
    const ana = await actorOf(bench.server, 'ana')
    await decideAs(bench.server, 'ana', { type: 'reopenStory', story: 's1' })
    expect(findResembling(workspace, ana, ['Story s1'])).toEqual([[]])
    await decideAs(bench.server, 'ana', { type: 'trashStory', story: 'of-web' })
    expect(findResembling(workspace, ana, ['Done by web'])).toEqual([[]])
  })
})
