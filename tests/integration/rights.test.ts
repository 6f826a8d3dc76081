import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { type Opened, until } from '#tests/support/sync.ts'
import { useSyncBench } from '#tests/support/syncBench.ts'
import {
  changesIn,
  decideAs,
  flushed,
  openWorkspace,
  subscribe,
  toReady,
} from '#tests/support/syncTeams.ts'

const bench = useSyncBench()

const scopeOf = ({ provider }: Opened) => provider.authorizedScope
const refusals = ({ messages }: Opened) =>
  messages.flatMap(({ refusedEdit }) => (refusedEdit ? [refusedEdit.code] : []))

/** Gives what storage holds of a story. */
async function stored(story = 's1'): Promise<string> {
  const kept = await bench.server.faults.storage.documents.load('w1', `story:${story}`)
  const doc = new Y.Doc()
  if (kept?.snapshot) Y.applyUpdate(doc, kept.snapshot)
  for (const { update } of kept?.log ?? []) Y.applyUpdate(doc, update)
  return doc.getText('body').toString()
}

describe('on an open socket, at once', () => {
  test('[I5] who may not write any more is told, keeps the document and what they typed, and writes again when they may', async () => {
    const bo = bench.browser('bo')
    const story = bo.open('story:s1')
    const ana = bench.browser('ana').open('story:s1')
    await story.synced()
    await ana.synced()
    expect(scopeOf(story)).toBe('read-write')
    story.text.insert(0, 'before ')
    await story.synced()
    await decideAs(bench.server, 'ana', { type: 'changeRoles', member: 'bo', roles: ['viewer'] })
    await until(() => scopeOf(story) === 'readonly')
    story.text.insert(7, 'during ')
    await until(() => refusals(story).length > 0)
    expect(refusals(story)).toEqual(['readOnly'])
    expect(story.saved).toBe(false)
    // Reading goes on, for both.
    ana.text.insert(0, 'Ana ')
    await until(() => story.text.toString() === 'Ana before during ')
    expect(ana.text.toString()).toBe('Ana before ')
    await decideAs(bench.server, 'ana', { type: 'changeRoles', member: 'bo', roles: ['member'] })
    await until(() => scopeOf(story) === 'read-write')
    // What was refused comes with the next exchange, as after any reconnection.
    story.provider.forceSync()
    await until(() => ana.text.toString() === 'Ana before during ')
    expect(await stored()).toBe('Ana before during ')
    expect(bo.closes).toEqual([])
    expect(story.denials).toEqual([])
  })

  test('[I4] a reader who says what they have is not refused for it', async () => {
    const ana = bench.browser('ana').open('story:s1')
    await ana.synced()
    ana.text.insert(0, 'some words that go')
    ana.text.delete(0, 5)
    await ana.synced()
    await decideAs(bench.server, 'ana', { type: 'changeRoles', member: 'bo', roles: ['viewer'] })
    const doc = new Y.Doc()
    const bo = bench.browser('bo').open('story:s1', { doc })
    await bo.synced()
    expect(bo.text.toString()).toBe('words that go')
    // Back with a copy that has all of it, deletions too.
    const again = bench.browser('bo', 'bo-2').open('story:s1', { doc })
    await again.synced()
    expect([...refusals(bo), ...refusals(again)]).toEqual([])
    // And with a deletion of their own it is a write.
    again.text.delete(0, 1)
    await until(() => refusals(again).length > 0)
    expect(await stored()).toBe('words that go')
  })

  test('a story that goes to a team is written by the team; everyone else reads on', async () => {
    await bench.server.addPerson('kim')
    await decideAs(bench.server, 'ana', ...toReady('s1'), {
      type: 'createTeam',
      team: 'web',
      name: 'Web',
    })
    await decideAs(bench.server, 'ana', {
      type: 'setTeamMember',
      team: 'web',
      member: 'kim',
      role: 'member',
    })
    const people = ['ana', 'bo', 'kim'].map((person) => bench.browser(person).open('story:s1'))
    for (const one of people) await one.synced()
    const [ana, bo, kim] = people as [Opened, Opened, Opened]
    await decideAs(bench.server, 'ana', { type: 'assignToTeam', story: 's1', team: 'web' })
    await until(() => scopeOf(bo) === 'readonly')
    expect([scopeOf(ana), scopeOf(kim)]).toEqual(['read-write', 'read-write'])
    bo.text.insert(0, 'not theirs')
    await until(() => refusals(bo).length > 0)
    kim.text.insert(0, 'theirs')
    await until(() => ana.text.toString() === 'theirs')
    expect(await stored()).toBe('theirs')
    await decideAs(bench.server, 'ana', {
      type: 'setTeamMember',
      team: 'web',
      member: 'bo',
      role: 'member',
    })
    await until(() => scopeOf(bo) === 'read-write')
    await decideAs(bench.server, 'ana', {
      type: 'setTeamMember',
      team: 'web',
      member: 'kim',
      role: null,
    })
    await until(() => scopeOf(kim) === 'readonly')
  })

  test('a team that becomes private ends for those outside: its list, its stories; their other documents go on', async () => {
    await bench.server.addPerson('kim')
    await bench.server.capture('s2')
    await decideAs(
      bench.server,
      'ana',
      ...toReady('s1'),
      { type: 'createTeam', team: 'web', name: 'Web' },
      { type: 'setTeamMember', team: 'web', member: 'kim', role: 'member' },
      { type: 'assignToTeam', story: 's1', team: 'web' },
    )
    const bo = bench.browser('bo')
    const kim = bench.browser('kim')
    const open = (browser: typeof bo) => ({
      area: browser.open('area:w1'),
      team: browser.open('team:web'),
      story: browser.open('story:s1'),
      other: browser.open('story:s2'),
    })
    const [outside, inside] = [open(bo), open(kim)]
    for (const one of [outside, inside]) {
      await subscribe(one.area)
      await subscribe(one.team)
      await one.story.synced()
      await one.other.synced()
    }
    await decideAs(bench.server, 'ana', { type: 'changeTeam', team: 'web', isPrivate: true })
    await until(() => outside.team.denials.length > 0 && outside.story.denials.length > 0)
    expect([outside.team.denials, outside.story.denials]).toEqual([['not-found'], ['not-found']])
    await until(() => changesIn(outside.area).length === 1)
    expect(changesIn(outside.area)[0]).toMatchObject({ set: {}, gone: [], info: { teams: [] } })
    // Neither a change of the list nor an edit of the story reaches them any more.
    const heard = outside.team.messages.length
    inside.story.text.insert(0, 'secret')
    await inside.story.synced()
    await decideAs(bench.server, 'ana', { type: 'renameStory', story: 's1', title: 'Secret' })
    await until(() => changesIn(inside.team).some(({ set }) => set['s1']?.title === 'Secret'))
    await flushed(outside.area)
    expect(outside.team.messages).toHaveLength(heard)
    expect(outside.story.text.toString()).toBe('')
    outside.other.text.insert(0, 'as before')
    await until(() => inside.other.text.toString() === 'as before')
    expect([...bo.closes, ...kim.closes]).toEqual([])
    expect([...inside.team.denials, ...inside.story.denials]).toEqual([])
    // Once they are in the team it is there for them, without a new connection.
    await decideAs(bench.server, 'ana', {
      type: 'setTeamMember',
      team: 'web',
      member: 'bo',
      role: 'member',
    })
    await until(() => changesIn(outside.area).length === 2)
    const again = bo.open('team:web', { sessionAwareness: true })
    await subscribe(again)
    expect(again.messages[0]?.snapshot?.items).toMatchObject([{ id: 's1', title: 'Secret' }])
  })

  test('an administrator who is one no longer loses the private teams they are not in', async () => {
    await decideAs(
      bench.server,
      'ana',
      { type: 'changeRoles', member: 'bo', roles: ['admin'] },
      { type: 'createTeam', team: 'den', name: 'Den', isPrivate: true },
    )
    const bo = bench.browser('bo')
    const list = bo.open('team:den')
    await subscribe(list)
    await decideAs(bench.server, 'ana', { type: 'changeRoles', member: 'bo', roles: ['member'] })
    await until(() => list.denials.length > 0)
    expect(list.denials).toEqual(['not-found'])
    expect(bo.closes).toEqual([])
  })

  test('a command is judged by the roles its sender has by then', async () => {
    const area = bench.browser('bo').open('area:w1')
    await area.synced()
    expect(await area.command({ type: 'startRefining', story: 's1' })).toMatchObject({ ok: true })
    await decideAs(bench.server, 'ana', { type: 'changeRoles', member: 'bo', roles: ['viewer'] })
    expect(await area.command({ type: 'returnToIdea', story: 's1' })).toMatchObject({
      ok: false,
      code: 'notAllowed',
      who: ['Ana'],
    })
  })

  test('somebody who is taken out of the workspace is out: the socket closes, nothing opens, no command passes', async () => {
    const bo = bench.browser('bo')
    const area = bo.open('area:w1')
    const story = bo.open('story:s1')
    const ana = bench.browser('ana').open('story:s1')
    await area.synced()
    await story.synced()
    await ana.synced()
    const workspace = await openWorkspace(bench.server)
    const theirs = { id: 'bo', name: 'Bo', roles: ['member' as const] }
    await decideAs(bench.server, 'ana', { type: 'removeMember', member: 'bo' })
    await until(() => bo.closes.length > 0 && area.denials.length > 0 && story.denials.length > 0)
    expect(bo.closes[0]?.code).toBe(4403)
    expect([area.denials[0], story.denials[0]]).toEqual(['not-found', 'not-found'])
    expect(
      await workspace.run(theirs, { id: 'x', type: 'upvoteStory', story: 's1' }),
    ).toMatchObject({ ok: false, code: 'notFound' })
    expect(await bench.server.faults.storage.people.findMember('w1', 'bo')).toBeNull()
    ana.text.insert(0, 'goes on')
    await ana.synced()
  })

  test('[ST7] a story that is removed for good ends for everyone, with what was on its way into storage', async () => {
    const story = bench.browser('bo').open('story:s1')
    await story.synced()
    const gate = Promise.withResolvers<boolean>()
    const { appends } = bench.server.faults
    bench.server.faults.gate = () => gate.promise
    story.text.insert(0, 'on its way')
    await until(() => bench.server.faults.appends > appends)
    await decideAs(
      bench.server,
      'ana',
      { type: 'trashStory', story: 's1' },
      { type: 'purgeTrash', only: 's1' },
    )
    await until(() => story.denials.length > 0)
    expect(story.denials).toEqual(['not-found'])
    bench.server.faults.gate = null
    gate.resolve(true)
    // Stopping waits until all is stored that was on its way.
    await bench.restart()
    expect(await bench.server.faults.storage.documents.load('w1', 'story:s1')).toBeNull()
  })

  test('nothing typed in the same moment as the right is lost gets in by half', async () => {
    const story = bench.browser('bo').open('story:s1')
    await story.synced()
    const deciding = decideAs(bench.server, 'ana', {
      type: 'changeRoles',
      member: 'bo',
      roles: ['viewer'],
    })
    for (let index = 0; index < 200; index += 1) {
      story.text.insert(story.text.length, `${index} `)
      if (index % 10 === 0) await new Promise(setImmediate)
    }
    await deciding
    story.text.insert(story.text.length, 'too late')
    await until(() => refusals(story).length > 0)
    const kept = await stored()
    // A beginning of it, in its order; the rest is with its author.
    expect(story.text.toString().startsWith(kept)).toBe(true)
    expect(kept.length).toBeLessThan(story.text.length)
  })
})
