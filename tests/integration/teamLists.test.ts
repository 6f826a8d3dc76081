import { describe, expect, test } from 'vitest'
import { listOf } from '#lib/domain/lists.ts'
import { isInArea } from '#tests/support/inArea.ts'
import { must } from '#lib/domain/must.ts'
import { CHECKS, DEFAULT_POLICY } from '#lib/domain/policy.ts'
import type { Story } from '#lib/domain/story.ts'
import type { ListChange, ListSnapshot } from '#lib/schema/wire.ts'
import { foldLog } from '#tests/support/foldLog.ts'
import { randomFrom } from '#tests/support/random.ts'
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
const LISTS = ['area:w1', 'team:web', 'team:den', 'filed:w1', 'filed:web', 'filed:den']

/** Two teams: `web`, which everyone may see, and `den`, which only Kim and the administrators may. */
async function makeTeams(): Promise<void> {
  await bench.server.addPerson('kim')
  await decideAs(
    bench.server,
    'ana',
    { type: 'createTeam', team: 'web', name: 'Web' },
    { type: 'createTeam', team: 'den', name: 'Secret den', isPrivate: true },
    { type: 'setTeamMember', team: 'den', member: 'kim', role: 'member' },
  )
}

const byId = (stories: Iterable<Story>) => [...stories].sort((a, b) => (a.id < b.id ? -1 : 1))

function catchUp(snapshot: ListSnapshot, changes: readonly ListChange[]): Story[] {
  const items = new Map(snapshot.items.map((item) => [item.id, item]))
  for (const { set, gone } of changes) {
    for (const [id, item] of Object.entries(set)) items.set(id, item)
    for (const id of gone) items.delete(id)
  }
  return byId(items.values())
}

describe('lists of several teams', () => {
  test('[I8] events fold to every list, and each list caught up from anywhere equals a snapshot, also after a restart', async () => {
    await makeTeams()
    const random = randomFrom(31_415)
    let workspace = await openWorkspace(bench.server)
    let ana = await actorOf(bench.server, 'ana')
    const seen = new Map<string, ListSnapshot[]>(LISTS.map((list) => [list, []]))
    const live = new Map<string, ListChange[]>(LISTS.map((list) => [list, []]))
    const first = LISTS.map((list) => must(workspace.snapshot(list, ana), list))
    const listen = () =>
      workspace.onNews(({ lists }) => {
        for (const { list, change } of lists) live.get(list)?.push(change as ListChange)
      })
    listen()
    for (let step = 0; step < 300; step += 1) {
      if (step === 150) {
        await bench.restart()
        workspace = await openWorkspace(bench.server)
        ana = await actorOf(bench.server, 'ana')
        listen()
      }
      if (random.chance(0.3)) await fileAfter(bench.server, 91)
      const story = `s${random.below(12)}`
      const team = random.pick(['web', 'den'])
      const place = { after: random.chance(0.3) ? null : `s${random.below(12)}` }
      const theme = random.pick(['required', 'advisory', 'off'] as const)
      const deeds = random.pick<Record<string, unknown>[]>([
        [{ type: 'captureStory', story, title: `Title ${step}` }],
        // Enough that the backlogs fill faster than the rest empties them.
        ...Array.from({ length: 6 }, () => [
          { type: 'captureStory', story, title: `Title ${step}` },
          ...toReady(story),
          { type: 'assignToTeam', story, team, place },
        ]),
        ...Array.from({ length: 3 }, () => [
          { type: 'captureStory', story, title: `Title ${step}` },
          ...toReady(story),
          { type: 'assignToTeam', story, team },
          { type: 'moveToStep', story, step: 'done' },
        ]),
        [{ type: 'reassignStory', story, team }],
        [{ type: 'moveToStep', story, step: random.pick(['todo', 'doing', 'done']) }],
        [{ type: 'sizeStory', story, size: random.pick(['1', '3', null]) }],
        [{ type: 'rankStory', story, place }],
        [{ type: 'bounceStory', story, reason: 'Unclear' }],
        [{ type: 'dismissStory', story, reason: 'No' }],
        [
          { type: 'captureStory', story, title: `Title ${step}` },
          { type: 'dismissStory', story, reason: 'No' },
        ],
        [{ type: 'reopenStory', story }],
        [{ type: 'trashStory', story }],
        [{ type: 'restoreStory', story }],
        [
          { type: 'trashStory', story },
          { type: 'purgeTrash', only: story },
        ],
        [{ type: 'upvoteStory', story }],
        [{ type: 'setPolicy', policy: { checks: { ...DEFAULT_POLICY.checks, theme } } }],
      ])
      for (const [index, deed] of deeds.entries()) {
        await workspace.run(ana, { id: `c${step}-${index}`, ...deed })
      }
      for (const list of LISTS) {
        if (random.chance(0.05)) seen.get(list)!.push(must(workspace.snapshot(list, ana), list))
      }
    }
    const events = await bench.server.faults.storage.workspaces.events('w1', 0, 100_000)
    const folded = foldLog(events)
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
    for (const [index, list] of LISTS.entries()) {
      const now = must(workspace.snapshot(list, ana), list)
      const expected = [...folded.stories.values()].filter((story) => listOf(story, 'w1') === list)
      expect(byId(now.items), list).toEqual(byId(expected))
      // A list that was never full proves nothing.
      expect(Math.max(...seen.get(list)!.map(({ items }) => items.length)), list).toBeGreaterThan(1)
      expect(catchUp(first[index]!, live.get(list)!), list).toEqual(byId(now.items))
      for (const earlier of seen.get(list)!) {
        const missed = workspace.changesSince(list, earlier.seq, ana)
        if (missed === null || missed === 'snapshot needed') throw new Error('expected a change')
        expect(catchUp(earlier, [missed]), `${list} since ${earlier.seq}`).toEqual(byId(now.items))
      }
      const order = live.get(list)!.map(({ seq }) => seq)
      expect(order).toEqual([...order].sort((a, b) => a - b))
    }
  })

  test('a story that moves is on the new list before it is gone from the old one, under one number', async () => {
    await makeTeams()
    await decideAs(bench.server, 'ana', ...toReady('s1'))
    const told: [string, number, 'set' | 'gone'][] = []
    const workspace = await openWorkspace(bench.server)
    workspace.onNews(({ lists }) => {
      for (const { list, change } of lists) {
        if ('s1' in change.set) told.push([list, change.seq, 'set'])
        if (change.gone.includes('s1')) told.push([list, change.seq, 'gone'])
      }
    })
    await decideAs(
      bench.server,
      'ana',
      { type: 'assignToTeam', story: 's1', team: 'web' },
      { type: 'reassignStory', story: 's1', team: 'den' },
      { type: 'bounceStory', story: 's1', reason: 'Unclear' },
      { type: 'trashStory', story: 's1' },
    )
    const seq = told[0]![1]
    expect(told).toEqual([
      ['team:web', seq, 'set'],
      ['area:w1', seq, 'gone'],
      ['team:den', seq + 1, 'set'],
      ['team:web', seq + 1, 'gone'],
      ['area:w1', seq + 2, 'set'],
      ['team:den', seq + 2, 'gone'],
      ['area:w1', seq + 3, 'gone'],
    ])
  })

  test('a subscriber of a backlog gets its team, how its stories flow, and every change once', async () => {
    await makeTeams()
    const list = bench.browser('bo').open('team:web')
    await subscribe(list)
    expect(list.messages[0]?.snapshot).toMatchObject({
      items: [],
      info: { team: { id: 'web', name: 'Web' }, flow: { completed: 0, days: 0, medianDays: {} } },
    })
    await decideAs(
      bench.server,
      'ana',
      ...toReady('s1'),
      { type: 'assignToTeam', story: 's1', team: 'web' },
      { type: 'moveToStep', story: 's1', step: 'done' },
      { type: 'renameStory', story: 's1', title: 'Renamed' },
    )
    await until(() => changesIn(list).length === 3)
    const [assigned, done, renamed] = changesIn(list)
    expect(assigned?.set['s1']).toMatchObject({ team: 'web', step: 'todo' })
    expect(done).toMatchObject({ info: { flow: { completed: 1, days: 1 } } })
    expect(renamed?.set['s1']).toMatchObject({ title: 'Renamed' })
    expect(renamed).not.toHaveProperty('info')
  })

  test('a new policy judges every card anew, on whatever list it is', async () => {
    await makeTeams()
    await bench.server.capture('s2')
    await decideAs(bench.server, 'ana', ...toReady('s1'), {
      type: 'assignToTeam',
      story: 's1',
      team: 'web',
    })
    const area = bench.browser('bo').open('area:w1')
    const team = bench.browser('bo', 'bo-2').open('team:web')
    await subscribe(area)
    await subscribe(team)
    const checks = Object.fromEntries(CHECKS.map((check) => [check, 'off']))
    await decideAs(bench.server, 'ana', { type: 'setPolicy', policy: { checks } })
    await until(() => changesIn(area).length === 1 && changesIn(team).length === 1)
    const judged = { readiness: { met: 0, of: 0, missing: [] } }
    expect(changesIn(area)[0]).toMatchObject({ set: { s2: judged }, info: { policy: { checks } } })
    expect(changesIn(team)[0]).toMatchObject({ set: { s1: judged } })
    await bench.restart()
    const again = await openWorkspace(bench.server)
    expect(again.story('s1')).toMatchObject(judged)
    expect(again.story('s2')).toMatchObject(judged)
  })
})

describe('a private team', () => {
  test('reaches no one else: not its list, its stories, its header, nor a trace of what it does', async () => {
    await makeTeams()
    await decideAs(bench.server, 'ana', ...toReady('s1'))
    const outsider = bench.browser('bo')
    const area = outsider.open('area:w1')
    const before = outsider.open('story:s1')
    await subscribe(area)
    await before.synced()
    await decideAs(
      bench.server,
      'ana',
      { type: 'assignToTeam', story: 's1', team: 'den' },
      { type: 'renameStory', story: 's1', title: 'Acquisition of a rival' },
      { type: 'sizeStory', story: 's1', size: '8' },
      { type: 'moveToStep', story: 's1', step: 'doing' },
      { type: 'changeTeam', team: 'den', name: 'Deeper den' },
      { type: 'setTeamMember', team: 'den', member: 'ana', role: 'backlog-owner' },
    )
    const list = outsider.open('team:den')
    const story = bench.browser('bo', 'bo-3').open('story:s1')
    const nothing = outsider.open('team:nothing')
    await until(() => [list, story, nothing].every(({ denials }) => denials.length > 0))
    expect([list, story, nothing].map(({ denials }) => denials)).toEqual([
      ['not-found'],
      ['not-found'],
      ['not-found'],
    ])
    await flushed(area)
    // The story left the area, and that is all there was to hear.
    expect(changesIn(area)).toMatchObject([{ gone: ['s1'], set: {} }])
    expect(changesIn(area)[0]).not.toHaveProperty('info')
    const late = bench.browser('bo', 'bo-2').open('area:w1')
    await subscribe(late)
    late.provider.sendStateless(JSON.stringify({ subscribe: { since: 0 } }))
    await until(() => changesIn(late).length === 1)
    const heard = JSON.stringify([area.messages, late.messages])
    for (const secret of ['"den"', 'Secret', 'Deeper', 'Acquisition']) {
      expect(heard).not.toContain(secret)
    }
    const workspace = await openWorkspace(bench.server)
    const bo = await actorOf(bench.server, 'bo')
    expect(workspace.snapshot('team:den', bo)).toBeNull()
    expect(workspace.changesSince('team:den', 0, bo)).toBeNull()
    for (const command of [
      { type: 'renameStory', title: 'x' },
      { type: 'upvoteStory' },
      { type: 'watchStory' },
      { type: 'bounceStory', reason: 'x' },
    ]) {
      const result = await area.command({ story: 's1', ...command })
      expect(result).toMatchObject({ ok: false, code: 'notFound', who: [] })
    }
  })

  test('is there for its members and for administrators, with all of it', async () => {
    await makeTeams()
    await decideAs(bench.server, 'ana', ...toReady('s1'), {
      type: 'assignToTeam',
      story: 's1',
      team: 'den',
    })
    for (const person of ['kim', 'ana']) {
      const browser = bench.browser(person)
      const list = browser.open('team:den')
      await subscribe(list)
      expect(list.messages[0]?.snapshot?.items).toMatchObject([{ id: 's1' }])
      await browser.open('story:s1').synced()
      const area = browser.open('area:w1')
      await subscribe(area)
      expect(area.messages[0]?.snapshot).toMatchObject({
        items: [],
        info: { teams: [{ id: 'web' }, { id: 'den' }] },
      })
    }
  })

  test('[UX15] nobody is shown where they are when they are in one of its stories', async () => {
    await makeTeams()
    await bench.server.capture('s2')
    await decideAs(bench.server, 'ana', ...toReady('s1'), ...toReady('s2'), {
      type: 'assignToTeam',
      story: 's1',
      team: 'den',
    })
    const kim = bench.browser('kim').open('area:w1')
    const bo = bench.browser('bo').open('area:w1')
    await kim.synced()
    await bo.synced()
    const seen: (string | null | undefined)[] = []
    const shown = () =>
      bo.provider.awareness?.getStates().get(kim.doc.clientID) as
        { story?: string | null; editing?: boolean; n?: number } | undefined
    bo.provider.awareness?.on('change', () => seen.push(shown()?.story))
    const say = (story: string | null, n: number) =>
      kim.provider.awareness!.setLocalState({ story, n })
    say('s1', 1)
    await until(() => shown()?.n === 1)
    expect(shown()?.story).toBeNull()
    say('s2', 2)
    await until(() => shown()?.n === 2)
    expect(shown()?.story).toBe('s2')
    // A story that goes where not everyone may read it takes those who are in it out of sight …
    await decideAs(bench.server, 'ana', { type: 'assignToTeam', story: 's2', team: 'den' })
    await until(() => shown()?.story === null)
    // … and what they say of themselves next is heard all the same.
    say(null, 3)
    await until(() => shown()?.n === 3)
    say('s1', 4)
    await until(() => shown()?.n === 4)
    expect(shown()?.story).toBeNull()
    expect(seen).not.toContain('s1')
    // On the team's own list everyone may know.
    const inside = bench.browser('kim', 'kim-2').open('team:den')
    const ana = bench.browser('ana').open('team:den')
    await inside.synced()
    await ana.synced()
    inside.provider.awareness!.setLocalState({ story: 's1' })
    const onTeam = () => ana.provider.awareness?.getStates().get(inside.doc.clientID)
    await until(() => onTeam()?.['story'] === 's1')
    expect(onTeam()).toMatchObject({ user: { id: 'kim' } })
  })

  test('a story comes back from it into everybody’s sight', async () => {
    await makeTeams()
    await decideAs(bench.server, 'ana', ...toReady('s1'), {
      type: 'assignToTeam',
      story: 's1',
      team: 'den',
    })
    const area = bench.browser('bo').open('area:w1')
    await subscribe(area)
    await decideAs(bench.server, 'kim', { type: 'bounceStory', story: 's1', reason: 'Unclear' })
    await until(() => changesIn(area).length === 1)
    const { s1 } = changesIn(area)[0]!.set
    expect(s1 && isInArea(s1) && s1.stage).toBe('refinement')
    await bench.browser('bo', 'bo-2').open('story:s1').synced()
  })
})
