import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isInArea } from '#tests/support/inArea.ts'
import type { Actor } from '#lib/domain/roles.ts'
import type { Story } from '#lib/domain/story.ts'
import type { CommandResult, ListChange, ListSnapshot } from '#lib/schema/wire.ts'
import { createWorkspaces, type OpenWorkspace } from '#server/commands/workspaces.ts'
import { pino } from 'pino'
import { Browser, startServer, type TestServer, until } from '#tests/support/sync.ts'
import { foldLog } from '#tests/support/foldLog.ts'
import { randomFrom } from '#tests/support/random.ts'

const silent = pino({ level: 'silent' })
let server: TestServer
let workspace: OpenWorkspace
let ana: Actor
const leaving: { leave(): void }[] = []

function browser(person: string, session?: string): Browser {
  const made = new Browser(server, person, session)
  leaving.push(made)
  return made
}

beforeEach(async () => {
  server = await startServer()
  await server.addPerson('bo')
  const opened = await server.workspaces.open('w1')
  const actor = await server.auth.actorIn('w1', 'ana')
  if (!opened || !actor) throw new Error('the test has no workspace')
  workspace = opened
  ana = actor
})

afterEach(async () => {
  for (const one of leaving.splice(0)) one.leave()
  await server.stop()
})

function accepted(result: CommandResult) {
  if (!result.ok) throw new Error(result.message)
  return result
}

/** A list as a client keeps it: a snapshot, then changes on top. */
function fold(snapshot: ListSnapshot, changes: readonly ListChange[]): Map<string, Story> {
  const items = new Map(snapshot.items.map((item) => [item.id, item]))
  for (const { set, gone } of changes) {
    for (const [id, item] of Object.entries(set)) items.set(id, item)
    for (const id of gone) items.delete(id)
  }
  return items
}

const byId = (stories: Iterable<Story>) => [...stories].sort((a, b) => (a.id < b.id ? -1 : 1))

describe('one command', () => {
  test('[CM1] the same command twice has one effect and one answer, also after a restart', async () => {
    const command = { id: 'c1', type: 'captureStory', story: 's1', title: 'Once' }
    const first = await workspace.run(ana, command)
    await workspace.run(ana, { id: 'c2', type: 'renameStory', story: 's1', title: 'Twice' })
    expect(await workspace.run(ana, command)).toEqual(first)
    const { dataDir, port } = server
    await server.stop({ keep: true })
    server = await startServer({ dataDir, port })
    const again = await server.workspaces.open('w1')
    expect(await again?.run(ana, command)).toEqual(first)
    expect(again?.snapshot('area:w1', ana)?.items).toMatchObject([
      { id: 's1', title: 'Twice', key: 'ST-1' },
    ])
  })

  test('[CM2] a malformed one is refused with field, value and what is accepted', async () => {
    const refusals: [unknown, string][] = [
      [null, 'A command is an object'],
      [{ id: 'x', type: 'fly' }, '"type" is "fly"; it must be one of captureStory'],
      [{ id: 'x', type: '__proto__' }, '"type" is "__proto__"'],
      [{ type: 'trashStory', story: 's' }, '"id" is missing; it must be a string'],
      [{ id: 'x'.repeat(65), type: 'trashStory', story: 's' }, 'at most 64 characters fit'],
      [{ id: 'x', type: 'rankStory', story: 's', place: { after: 5 } }, '"place.after" is 5'],
      [{ id: 'x', type: 'trashStory', story: 's', rank: 'a' }, '"rank"'],
    ]
    for (const [raw, words] of refusals) {
      const result = await workspace.run(ana, raw)
      expect(result).toMatchObject({ ok: false, code: 'invalid', who: [] })
      expect(result).toHaveProperty('message', expect.stringContaining(words))
    }
    expect(workspace.snapshot('area:w1', ana)?.seq).toBe(0)
  })

  test('while storage is down the answer is "unavailable", and sending again works', async () => {
    const command = { id: 'c1', type: 'captureStory', story: 's1', title: 'Later' }
    server.faults.down = true
    expect(await workspace.run(ana, command)).toMatchObject({ ok: false, code: 'unavailable' })
    expect(workspace.story('s1')).toBeUndefined()
    server.faults.down = false
    expect(await workspace.run(ana, command)).toMatchObject({ ok: true, seq: 1 })
  })

  test('[I2] a second writer is noticed: the picture is read again, and nothing is lost', async () => {
    const { storage } = server.faults
    const other = createWorkspaces({ storage, now: Date.now, log: silent })
    const theirs = await other.open('w1')
    const changes: ListChange[] = []
    workspace.onNews(({ lists }) =>
      changes.push(...lists.map(({ change }) => change as ListChange)),
    )
    await theirs?.run(ana, { id: 't1', type: 'captureStory', story: 'theirs', title: 'Theirs' })
    const result = await workspace.run(ana, {
      id: 'o1',
      type: 'captureStory',
      story: 'ours',
      title: 'Ours',
    })
    expect(result).toMatchObject({ ok: true, seq: 2 })
    expect(changes.flatMap(({ set }) => Object.keys(set))).toEqual(['theirs', 'ours'])
    expect(workspace.snapshot('area:w1', ana)?.items).toMatchObject([
      { key: 'ST-1' },
      { key: 'ST-2' },
    ])
  })

  test('[ST9] the log’s clock never runs backwards', async () => {
    const { storage } = server.faults
    let now = 5_000
    const workspaces = createWorkspaces({ storage, now: () => now, log: silent })
    const one = await workspaces.open('w1')
    await one?.run(ana, { id: '1', type: 'captureStory', story: 'a', title: 'A' })
    now = 4_000
    await one?.run(ana, { id: '2', type: 'captureStory', story: 'b', title: 'B' })
    const events = await storage.workspaces.events('w1', 0, 10)
    expect(events.map(({ at }) => at)).toEqual([5_000, 5_000])
  })

  test('sample stories are marked, so that one click removes them', async () => {
    await workspace.run(
      ana,
      { id: '1', type: 'captureStory', story: 'a', title: 'A' },
      { sample: true },
    )
    await workspace.run(ana, { id: '2', type: 'captureStory', story: 'b', title: 'B' })
    await workspace.run(ana, { id: '3', type: 'removeSamples' })
    expect(workspace.snapshot('area:w1', ana)?.items.map(({ id }) => id)).toEqual(['b'])
  })
})

describe('lists', () => {
  test('[I8] events fold to the list, and a list caught up from anywhere equals a snapshot', async () => {
    const random = randomFrom(20_261)
    const first = workspace.snapshot('area:w1', ana)
    const live: ListChange[] = []
    workspace.onNews(({ lists }) => live.push(...lists.map(({ change }) => change as ListChange)))
    const seen: ListSnapshot[] = []
    for (let step = 0; step < 400; step += 1) {
      const story = `s${random.below(40)}`
      const place = { after: random.chance(0.3) ? null : `s${random.below(40)}` }
      await workspace.run(ana, {
        id: `c${step}`,
        story,
        ...random.pick([
          { type: 'captureStory', title: `Title ${step}` },
          { type: 'renameStory', title: `Renamed ${step}` },
          { type: 'startRefining' },
          { type: 'markReady', place },
          { type: 'dismissStory', reason: 'because' },
          { type: 'reopenStory' },
          { type: 'rankStory', place },
          { type: 'trashStory' },
          { type: 'restoreStory' },
        ]),
      })
      const snapshot = workspace.snapshot('area:w1', ana)
      if (snapshot && random.chance(0.1)) seen.push(snapshot)
    }
    const now = workspace.snapshot('area:w1', ana)
    if (!now || !first) throw new Error('no list')
    expect(byId(fold(first, live).values())).toEqual(byId(now.items))
    for (const earlier of seen) {
      const missed = workspace.changesSince('area:w1', earlier.seq, ana)
      if (missed === null || missed === 'snapshot needed') throw new Error('expected a change')
      expect(byId(fold(earlier, [missed]).values())).toEqual(byId(now.items))
      expect(missed.seq).toBe(now.seq)
    }
    const events = await server.faults.storage.workspaces.events('w1', 0, 10_000)
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
    const folded = foldLog(events).stories
    expect(byId([...folded.values()].filter(isInArea))).toEqual(byId(now.items))
    const order = live.map(({ seq }) => seq)
    expect(order).toEqual([...order].sort((a, b) => a - b))
  })

  test('[I8] a sequence number this log never reached gets a snapshot', async () => {
    expect(workspace.changesSince('area:w1', 7, ana)).toBe('snapshot needed')
    expect(workspace.changesSince('area:w2', 0, ana)).toBeNull()
    expect(workspace.snapshot('area:w2', ana)).toBeNull()
  })

  test('a subscriber gets what it lacks and then every change once and in order', async () => {
    await server.capture('s1')
    const area = browser('ana').open('area:w1')
    await area.synced()
    // Subscribing in the middle of a stream of changes.
    const sending = Array.from({ length: 50 }, (_, index) => server.capture(`n${index}`))
    area.provider.sendStateless(JSON.stringify({ subscribe: { since: null } }))
    await Promise.all(sending)
    const seqs = () => area.messages.flatMap(({ changes = [] }) => changes.map(({ seq }) => seq))
    await until(() => seqs().at(-1) === 51 || area.messages[0]?.snapshot?.seq === 51)
    const start = area.messages[0]?.snapshot?.seq ?? 0
    expect(seqs()).toEqual(Array.from({ length: 51 - start }, (_, index) => start + 1 + index))
    area.provider.sendStateless(JSON.stringify({ subscribe: { since: 50 } }))
    await until(() => area.messages.at(-1)?.changes?.[0]?.info !== undefined)
    expect(Object.keys(area.messages.at(-1)?.changes?.[0]?.set ?? {})).toEqual(['n49'])
    expect(area.messages.at(-1)?.changes?.[0]?.info).toMatchObject({
      workspace: { id: 'w1', name: 'Test', keyPrefix: 'ST' },
    })
  })

  test('a list of any size arrives whole, in its place among the other messages', async () => {
    for (let index = 0; index < 150; index += 1) await server.capture(`s${index}`)
    const [ana, bo] = ['ana', 'bo'].map((person) => browser(person).open('area:w1'))
    await ana!.synced()
    await bo!.synced()
    for (const area of [ana!, bo!]) {
      // What is no message is answered in its turn.
      area.provider.sendStateless('before')
      area.provider.sendStateless(JSON.stringify({ subscribe: { since: null } }))
      area.provider.sendStateless('after')
    }
    await until(() => ana!.messages.length === 3 && bo!.messages.length === 3)
    for (const { messages } of [ana!, bo!]) {
      expect(messages.map((message) => Object.keys(message)[0])).toEqual([
        'result',
        'snapshot',
        'result',
      ])
      expect(JSON.stringify(messages[1]).length).toBeGreaterThan(65_536)
      expect(messages[1]?.snapshot?.items).toHaveLength(150)
    }
  })

  test('the header is sent again when somebody joins', async () => {
    const area = browser('ana').open('area:w1')
    await area.synced()
    area.provider.sendStateless(JSON.stringify({ subscribe: { since: null } }))
    await until(() => area.messages.length === 1)
    await server.addPerson('cy')
    await browser('cy').open('area:w1').synced()
    await until(() => area.messages.length === 2)
    expect(area.messages[1]?.changes?.[0]?.info).toHaveProperty('members.2.id', 'cy')
  })
})

describe('commands over the socket', () => {
  test('[I4] a refused command is never seen by anybody else', async () => {
    const anaArea = browser('ana').open('area:w1')
    const boArea = browser('bo').open('area:w1')
    for (const area of [anaArea, boArea]) {
      await area.synced()
      area.provider.sendStateless(JSON.stringify({ subscribe: { since: null } }))
      await until(() => area.messages.length === 1)
    }
    await anaArea.command({ type: 'captureStory', story: 's1', title: 'One' })
    const refused = await anaArea.command({ type: 'markReady', story: 's1' })
    expect(refused).toMatchObject({ ok: false, code: 'moveNotAllowed' })
    await anaArea.command({ type: 'startRefining', story: 's1' })
    await until(() => boArea.messages.some(({ changes }) => changes?.[0]?.seq === 2))
    const stages = boArea.messages.flatMap(({ changes = [] }) =>
      changes.map(({ set }) => (set.s1 as Story | undefined)?.stage),
    )
    expect(stages).toEqual(['idea', 'refinement'])
  })

  test('the change comes before the result', async () => {
    const area = browser('ana').open('area:w1')
    await area.synced()
    area.provider.sendStateless(JSON.stringify({ subscribe: { since: null } }))
    await area.command({ type: 'captureStory', story: 's1', title: 'One' })
    expect(area.messages.map((message) => Object.keys(message)[0])).toEqual([
      'snapshot',
      'changes',
      'result',
    ])
  })

  test('[I3] a change names the command that it came from, what was missed none', async () => {
    const area = browser('ana').open('area:w1')
    await area.synced()
    area.provider.sendStateless(JSON.stringify({ subscribe: { since: null } }))
    const first = accepted(await area.command({ type: 'captureStory', story: 's1', title: 'One' }))
    const second = accepted(await area.command({ type: 'captureStory', story: 's2', title: 'Two' }))
    const changes = area.messages.flatMap((message) => (message.changes ?? []) as ListChange[])
    expect(changes.map(({ command }) => command)).toEqual([first.id, second.id])
    const late = browser('bo').open('area:w1')
    await late.synced()
    late.provider.sendStateless(JSON.stringify({ subscribe: { since: first.seq - 1 } }))
    await until(() => late.messages.length > 0)
    expect(late.messages[0]!.changes).toMatchObject([{ seq: second.seq }])
    expect(late.messages[0]!.changes![0]!).not.toHaveProperty('command')
  })

  test('a paste of 500 lines passes at once, in its order', async () => {
    const area = browser('ana').open('area:w1')
    await area.synced()
    for (let index = 0; index < 500; index += 1) {
      const command = {
        id: `p${index}`,
        type: 'captureStory',
        story: `p${index}`,
        title: `Line ${index}`,
      }
      area.provider.sendStateless(JSON.stringify({ command }))
    }
    await until(() => area.messages.length === 500)
    expect(area.messages.every(({ result }) => result?.ok)).toBe(true)
    const items = workspace.snapshot('area:w1', ana)?.items ?? []
    const titles = [...items].sort((a, b) => (a.rank < b.rank ? -1 : 1)).map(({ title }) => title)
    expect(titles).toEqual(Array.from({ length: 500 }, (_, index) => `Line ${index}`))
  })

  test('a flood beyond that is answered, and the others’ commands still pass', async () => {
    const flooding = browser('ana').open('area:w1')
    const bo = browser('bo').open('area:w1')
    await flooding.synced()
    await bo.synced()
    // The first command is held, so that the others have to wait.
    const gate = Promise.withResolvers<void>()
    const { workspaces } = server.faults.storage
    const { findCommand } = workspaces
    workspaces.findCommand = async (...all) => {
      await gate.promise
      return findCommand(...all)
    }
    for (let index = 0; index < 6_000; index += 1) {
      const command = { id: `f${index}`, type: 'renameStory', story: 'nope', title: 'x' }
      flooding.provider.sendStateless(JSON.stringify({ command }))
    }
    await until(() => flooding.messages.length === 1_000, 'what is too much is answered at once')
    expect(flooding.messages[0]?.result).toMatchObject({ ok: false, code: 'unavailable' })
    gate.resolve()
    const command = { type: 'captureStory', story: 'b', title: 'B' }
    expect(await bo.command(command)).toMatchObject({ ok: true })
    await until(() => flooding.messages.length === 6_000, 'every command is answered', 30_000)
  })

  test('[RD5] a command waits for what its author typed into the story before it', async () => {
    await server.capture('s1')
    const socket = browser('ana')
    const area = socket.open('area:w1')
    await area.synced()
    const gate = Promise.withResolvers<void>()
    const { documents } = server.faults.storage
    const load = documents.load
    documents.load = async (...all) => {
      await gate.promise
      return load(...all)
    }
    // The document is still being opened, with an edit on its way, when the command arrives.
    const story = socket.open('story:s1')
    story.text.insert(0, 'typed before')
    let answered = false
    const answer = area
      .command({ type: 'startRefining', story: 's1' })
      .finally(() => (answered = true))
    // Another socket's answer shows that the server has had time for this one.
    const other = browser('ana', 'ana-2').open('area:w1')
    await other.synced()
    await other.command({ type: 'renameStory', story: 's1', title: 'Renamed meanwhile' })
    expect(answered).toBe(false)
    gate.resolve()
    expect(await answer).toMatchObject({ ok: true })
    expect(story.provider.isSynced).toBe(true)
  })

  test('a story captured on the same socket can be opened while that is under way', async () => {
    const socket = browser('ana')
    const area = socket.open('area:w1')
    await area.synced()
    for (let index = 0; index < 20; index += 1) {
      const command = { id: `c${index}`, type: 'captureStory', story: `n${index}`, title: 'New' }
      area.provider.sendStateless(JSON.stringify({ command }))
    }
    const story = socket.open('story:n19')
    await story.synced()
    expect(story.denials).toEqual([])
  })
})
