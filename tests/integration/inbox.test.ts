import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { InboxItem } from '#lib/domain/inbox/item.ts'
import { unreadOf } from '#lib/domain/inbox/entry.ts'
import { must } from '#lib/domain/must.ts'
import type { ListChange, ListSnapshot } from '#lib/schema/wire.ts'
import { Browser, startServer, type TestServer, until } from '#tests/support/sync.ts'
import {
  actorOf,
  changesIn,
  decideAs,
  openWorkspace,
  subscribe,
  toReady,
  tryAs,
} from '#tests/support/syncTeams.ts'

let server: TestServer
const leaving: { leave(): void }[] = []

beforeEach(async () => {
  server = await startServer()
  for (const person of ['bo', 'kim']) await server.addPerson(person)
  await decideAs(server, 'ana', { type: 'captureStory', story: 's1', title: 'Export' })
})

afterEach(async () => {
  for (const one of leaving.splice(0)) one.leave()
  await server.stop()
})

function browser(person: string): Browser {
  const made = new Browser(server, person)
  leaving.push(made)
  return made
}

async function inboxOf(person: string): Promise<readonly InboxItem[]> {
  const workspace = await openWorkspace(server)
  const list = workspace.snapshot(`inbox:${person}`, await actorOf(server, person))
  return must(list, `inbox of ${person}`).items
}

async function newsOf(person: string): Promise<Record<string, string[]>> {
  const items = await inboxOf(person)
  const unread = items.map(
    (item) => [item.id, unreadOf(item).map(({ what }) => what.kind)] as const,
  )
  return Object.fromEntries(unread.filter(([, kinds]) => kinds.length > 0))
}

/** A list as a client keeps it: a snapshot, then changes on top. */
function fold(
  snapshot: ListSnapshot<InboxItem>,
  changes: readonly ListChange<InboxItem>[],
): unknown {
  const items = new Map(snapshot.items.map((item) => [item.id, item]))
  for (const { set, gone } of changes) {
    for (const [id, item] of Object.entries(set)) items.set(id, item)
    for (const id of gone) items.delete(id)
  }
  return [...items.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

describe('the inbox over the socket', () => {
  test('[IN4] a notice arrives live on the list of whom it is for, before the answer to the command', async () => {
    await decideAs(server, 'kim', { type: 'watchStory', story: 's1' })
    const inbox = browser('kim').open('inbox:kim')
    await subscribe(inbox)
    await decideAs(server, 'bo', { type: 'startRefining', story: 's1' })
    await until(() => changesIn(inbox).length === 1)
    expect(changesIn(inbox)[0]!.set['s1']).toMatchObject({
      id: 's1',
      title: 'Export',
      doneUpTo: 0,
      notices: [{ by: 'bo', why: 'watching', what: { kind: 'moved', to: 'refinement' } }],
    })
  })

  test("[IN4] another person's inbox, and every name that is like one, is as if it were not there", async () => {
    const kim = browser('kim')
    const names = [
      'inbox:ana',
      'inbox:nobody',
      'inbox:',
      'inbox:__proto__',
      'inbox:kim:x',
      'INBOX:kim',
    ]
    for (const name of names) {
      const opened = kim.open(name)
      await until(() => opened.denials.length > 0, name)
      expect(opened.denials, name).toEqual(['not-found'])
    }
    const workspace = await openWorkspace(server)
    const actor = await actorOf(server, 'kim')
    for (const name of names) {
      expect(workspace.snapshot(name, actor), name).toBeNull()
      expect(workspace.changesSince(name, 0, actor), name).toBeNull()
      expect(workspace.info(name, actor), name).toBeNull()
    }
  })

  test('[IN5] what is done on one device is done on the other, and nobody else hears of it', async () => {
    await decideAs(server, 'bo', { type: 'startRefining', story: 's1' })
    const [phone, laptop] = [browser('ana').open('inbox:ana'), browser('ana').open('inbox:ana')]
    const onlooker = browser('kim').open('area:w1')
    for (const list of [phone, laptop, onlooker]) await subscribe(list)
    const [item] = await inboxOf('ana')
    const upTo = item!.notices[0]!.seq
    await decideAs(server, 'ana', { type: 'markNoticesDone', story: 's1', upTo })
    await until(() => changesIn(laptop).length === 1 && changesIn(phone).length === 1)
    expect(await newsOf('ana')).toEqual({})
    await decideAs(server, 'ana', { type: 'renameStory', story: 's1', title: 'Export to CSV' })
    await until(() => changesIn(onlooker).length === 1)
  })

  test('[IN4] a story that goes out of sight leaves the inbox, and comes back with it', async () => {
    await decideAs(server, 'ana', { type: 'createTeam', team: 'den', name: 'Den', isPrivate: true })
    await decideAs(server, 'bo', { type: 'watchStory', story: 's1' })
    const inbox = browser('bo').open('inbox:bo')
    await subscribe(inbox)
    await decideAs(server, 'ana', ...toReady('s1'))
    expect(await newsOf('bo')).toEqual({ s1: ['moved'] })
    await decideAs(server, 'ana', { type: 'assignToTeam', story: 's1', team: 'den' })
    await until(() => changesIn(inbox).some(({ gone }) => gone.includes('s1')))
    expect(await inboxOf('bo')).toEqual([])
    await decideAs(server, 'ana', { type: 'renameStory', story: 's1', title: 'Acquisition' })
    await decideAs(server, 'ana', { type: 'bounceStory', story: 's1', reason: 'A secret reason' })
    await until(() => changesIn(inbox).at(-1)!.set['s1'] !== undefined)
    expect(JSON.stringify(inbox.messages)).not.toMatch(/"den"|A secret reason/)
  })

  test('[IN4] what is let in to or shut out by other rights is told at once, as a whole', async () => {
    await decideAs(
      server,
      'ana',
      { type: 'createTeam', team: 'web', name: 'Web' },
      ...toReady('s1'),
      { type: 'assignToTeam', story: 's1', team: 'web' },
    )
    await decideAs(server, 'bo', { type: 'watchStory', story: 's1' })
    await decideAs(server, 'ana', { type: 'moveToStep', story: 's1', step: 'done' })
    const inbox = browser('bo').open('inbox:bo')
    await subscribe(inbox)
    const heard = inbox.messages.length
    await decideAs(server, 'ana', { type: 'changeTeam', team: 'web', isPrivate: true })
    await until(() => inbox.messages.slice(heard).some(({ snapshot }) => snapshot), 'a snapshot')
    expect(inbox.messages.at(-1)).toMatchObject({ snapshot: { items: [] } })
  })

  test('[IN4] [RO10] who is no administrator any more gets nothing of it that only administrators see', async () => {
    await server.addPerson('lea', ['admin'])
    await decideAs(
      server,
      'ana',
      { type: 'createTeam', team: 'den', name: 'Den', isPrivate: true },
      ...toReady('s1'),
      { type: 'assignToTeam', story: 's1', team: 'den' },
    )
    await decideAs(server, 'lea', { type: 'watchStory', story: 's1' })
    await decideAs(server, 'ana', { type: 'renameStory', story: 's1', title: 'Takeover' })
    await decideAs(server, 'ana', { type: 'moveToStep', story: 's1', step: 'done' })
    const lists = ['inbox:lea', 'area:w1'].map((name) => browser('lea').open(name))
    for (const list of lists) await subscribe(list)
    const heard = lists.map(({ messages }) => messages.length)
    await decideAs(server, 'ana', { type: 'changeRoles', member: 'lea', roles: ['member'] })
    const news = () => lists.map(({ messages }, index) => messages.slice(heard[index]))
    await until(() => news().every((messages) => messages.length > 0))
    expect(JSON.stringify(news())).not.toMatch(/Takeover|"Den"/)
    expect(news()[0]!.at(-1)).toMatchObject({ snapshot: { items: [] } })
  })
})

describe('the inbox in storage', () => {
  test('[I8] a list caught up from anywhere equals a snapshot, also after a restart', async () => {
    const workspace = await openWorkspace(server)
    const bo = await actorOf(server, 'bo')
    await decideAs(
      server,
      'ana',
      { type: 'createTeam', team: 'den', name: 'Den', isPrivate: true },
      { type: 'captureStory', story: 's2', title: 'Import' },
    )
    await decideAs(
      server,
      'bo',
      { type: 'watchStory', story: 's1' },
      { type: 'watchStory', story: 's2' },
      { type: 'captureStory', story: 's3', title: 'Print' },
    )
    const seen: ListSnapshot<InboxItem>[] = []
    const look = () => seen.push(must(workspace.snapshot('inbox:bo', bo), 'inbox'))
    const steps: Record<string, unknown>[] = [
      ...toReady('s1'),
      ...toReady('s3'),
      { type: 'assignToTeam', story: 's1', team: 'den' },
      { type: 'startRefining', story: 's2' },
      { type: 'bounceStory', story: 's1', reason: 'Unclear' },
      { type: 'trashStory', story: 's3' },
    ]
    for (const step of steps) {
      look()
      await decideAs(server, 'ana', step)
    }
    await decideAs(server, 'bo', { type: 'markNoticesDone', story: 's2', upTo: 99 })
    look()
    const now = seen.at(-1)!
    expect(now.items).toHaveLength(3)
    for (const earlier of seen) {
      const missed = workspace.changesSince('inbox:bo', earlier.seq, bo)
      if (missed === null) throw new Error('no inbox')
      if (missed === 'snapshot needed') continue
      expect(fold(earlier, [missed])).toEqual(fold(now, []))
    }
    const { dataDir, port } = server
    await server.stop({ keep: true })
    server = await startServer({ dataDir, port })
    const again = (await openWorkspace(server)).snapshot('inbox:bo', bo)
    expect(again && fold(again, [])).toEqual(fold(now, []))
  })

  test('[IN6] an inbox command on a story out of sight is refused as on one that is not there', async () => {
    await decideAs(
      server,
      'ana',
      { type: 'createTeam', team: 'den', name: 'Den', isPrivate: true },
      ...toReady('s1'),
      { type: 'assignToTeam', story: 's1', team: 'den' },
    )
    for (const type of ['markNoticesDone', 'muteStory']) {
      const more = type === 'muteStory' ? {} : { upTo: 4 }
      const hidden = await tryAs(server, 'bo', { type, story: 's1', ...more })
      const absent = await tryAs(server, 'bo', { type, story: 'nowhere', ...more })
      expect({ ...hidden, id: '' }).toEqual({ ...absent, id: '' })
    }
  })
})
