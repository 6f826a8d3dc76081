import { expect, test } from 'vitest'
import { must } from '#lib/domain/must.ts'
import type { Talk, Thread } from '#lib/domain/talk/thread.ts'
import { openRestDoor } from '#tests/support/restDoor.ts'
import { until } from '#tests/support/sync.ts'
import { useSyncBench } from '#tests/support/syncBench.ts'
import {
  actorOf,
  changesIn,
  decideAs,
  flushed,
  openWorkspace,
  subscribe,
  toReady,
  tryAs,
} from '#tests/support/syncTeams.ts'
import { foldLog } from '#tests/support/foldLog.ts'

const bench = useSyncBench()
const start = { type: 'startThread', story: 's1', thread: 't', comment: 'c', anchor: null } as const
const reply = { type: 'reply', story: 's1', thread: 't' } as const

/** Gives the discussion as the server has it. */
async function talkNow(): Promise<Talk> {
  return must((await openWorkspace(bench.server)).state.talks.get('s1'), 'discussion')
}

test('a comment reaches everybody who has the discussion open, and its card', async () => {
  const bo = bench.browser('bo')
  const [talk, area] = [bo.open('talk:s1'), bo.open('area:w1')]
  await Promise.all([subscribe(talk), subscribe(area)])
  await decideAs(bench.server, 'ana', { ...start, text: 'Why?' })
  await until(() => changesIn(talk).length > 0 && changesIn(area).length > 0, 'the comment')
  expect(changesIn(talk)[0]).toMatchObject({
    set: { t: { id: 't', comments: [{ id: 'c', by: 'ana', text: 'Why?' }] } },
  })
  expect(changesIn(area).at(-1)).toMatchObject({ set: { s1: { talk: { comments: 1, open: 1 } } } })
  await decideAs(bench.server, 'ana', {
    type: 'deleteComment',
    story: 's1',
    thread: 't',
    comment: 'c',
  })
  await flushed(area)
  expect(changesIn(talk).at(-1)).toMatchObject({ set: {}, gone: ['t'] })
})

test('[TA16] a comment that is brought back has the reactions that it had, also where its thread had gone with it', async () => {
  const as = (who: string, act: object) => decideAs(bench.server, who, act as never)
  const on = { story: 's1', thread: 't' } as const
  const react = { type: 'react', ...on } as const
  await as('ana', { ...start, text: 'Why?' })
  await as('ana', { ...reply, comment: 'r', text: 'Answer' })
  await as('bo', { ...react, comment: 'c', emoji: '👍' })
  await as('ana', { ...react, comment: 'c', emoji: '👍' })
  await as('ana', { ...react, comment: 'c', emoji: '🎉' })
  await as('ana', { ...react, type: 'withdrawReaction', comment: 'c', emoji: '🎉' })
  await as('bo', { ...react, comment: 'r', emoji: '❤️' })
  const was = must((await talkNow()).get('t'), 'thread')
  for (const comment of ['r', 'c']) await as('ana', { type: 'deleteComment', ...on, comment })
  expect((await talkNow()).size).toBe(0)
  const back = { type: 'restoreComment', ...on, anchor: null } as const
  await as('ana', { ...back, comment: 'c', text: 'Why?' })
  await as('ana', { ...back, comment: 'r', text: 'Answer' })
  const reactionsOf = ({ comments }: Thread) => comments.map(({ reactions }) => reactions)
  expect(reactionsOf(must((await talkNow()).get('t'), 'thread'))).toEqual(reactionsOf(was))
  expect(reactionsOf(was)).toEqual([{ '👍': ['bo', 'ana'] }, { '❤️': ['bo'] }])
})

test('[I8] a discussion caught up from anywhere equals a snapshot, and the log folds to it, also after a restart', async () => {
  let workspace = await openWorkspace(bench.server)
  const ana = await actorOf(bench.server, 'ana')
  const seen = [must(workspace.snapshot('talk:s1', ana), 'discussion')]
  const acts = [
    { ...start, text: 'One' },
    { ...start, thread: 't2', comment: 'c2', text: 'Two' },
    { ...reply, comment: 'r', text: 'Answer' },
    { type: 'deleteComment', story: 's1', thread: 't2', comment: 'c2' },
    { type: 'editComment', story: 's1', thread: 't', comment: 'c', text: 'Other' },
    { type: 'deleteComment', story: 's1', thread: 't', comment: 'c' },
    { type: 'resolveThread', story: 's1', thread: 't' },
    { ...start, thread: 't3', comment: 'c3', text: 'Three' },
  ]
  for (const act of acts) {
    await decideAs(bench.server, 'ana', act)
    seen.push(must(workspace.snapshot('talk:s1', ana), 'discussion'))
  }
  for (const isRestarted of [false, true]) {
    if (isRestarted) await bench.restart()
    workspace = await openWorkspace(bench.server)
    const now = must(workspace.snapshot('talk:s1', ana), 'discussion')
    const byId = (threads: Iterable<Thread>) => [...threads].sort((a, b) => (a.id < b.id ? -1 : 1))
    for (const { seq, items } of seen) {
      const change = workspace.changesSince('talk:s1', seq, ana)
      if (change === null || change === 'snapshot needed') throw new Error('expected a change')
      const folded = new Map(items.map((thread) => [thread.id, thread]))
      for (const [id, thread] of Object.entries(change.set)) folded.set(id, thread)
      for (const id of change.gone) folded.delete(id)
      expect(byId(folded.values())).toEqual(byId(now.items))
    }
    const events = await bench.server.faults.storage.workspaces.events('w1', 0, 1_000)
    const fold = foldLog(events)
    expect(byId(fold.talks.get('s1')!.values())).toEqual(byId(now.items))
    expect(fold.stories.get('s1')).toEqual(workspace.story('s1'))
  }
})

test('[RO10] a private team’s discussion is absent for the others, over every door, and closed when the story goes there', async () => {
  const { server } = bench
  await decideAs(
    server,
    'ana',
    { type: 'createTeam', team: 'dark', name: 'Dark', isPrivate: true },
    { ...start, text: 'Known to all' },
    ...toReady('s1'),
  )
  const bo = bench.browser('bo')
  const [talk, area] = [bo.open('talk:s1'), bo.open('area:w1')]
  await Promise.all([subscribe(talk), subscribe(area)])
  await decideAs(server, 'ana', { type: 'assignToTeam', story: 's1', team: 'dark' })
  await until(() => talk.denials.length > 0, 'the end of the discussion')
  expect(talk.denials).toEqual(['not-found'])
  const told = talk.messages.length
  await decideAs(server, 'ana', { ...reply, comment: 'r', text: 'SECRET' })
  await flushed(area)
  expect(talk.messages).toHaveLength(told)
  expect(JSON.stringify(bo.providers.length && area.messages)).not.toContain('SECRET')
  const hidden = await tryAs(server, 'bo', { ...reply, comment: 'x', text: 'Hello' })
  const absent = await tryAs(server, 'bo', { ...reply, story: 'nope', comment: 'x', text: 'Hello' })
  expect({ ...hidden, id: '' }).toEqual({ ...absent, id: '' })
  const rest = await openRestDoor(server)
  try {
    const [theirs, none] = await Promise.all([
      rest.get('bo', '/lists/talk:s1'),
      rest.get('bo', '/lists/talk:nope'),
    ])
    expect([theirs.status, theirs.text]).toEqual([404, none.text])
    const history = await rest.get('bo', '/history?limit=100')
    expect(history.text).not.toContain('SECRET')
    expect((await rest.get('ana', '/lists/talk:s1')).text).toContain('SECRET')
  } finally {
    await rest.close()
  }
})

test('[TA14] what a private team is called does not leave its backlog with the comments', async () => {
  const { server } = bench
  await decideAs(
    server,
    'ana',
    { type: 'createTeam', team: 'd1', name: 'Acquisition', isPrivate: true },
    ...toReady('s1'),
    { type: 'assignToTeam', story: 's1', team: 'd1' },
    { ...start, text: 'Ask @[Acquisition](team:d1)' },
    { ...reply, comment: 'r', text: '@[Acquisition](team:d1)?' },
    { type: 'bounceStory', story: 's1', reason: 'Again' },
  )
  const rest = await openRestDoor(server)
  try {
    for (const door of ['/lists/talk:s1', '/lists/area:w1', '/history?limit=100']) {
      const { status, text } = await rest.get('bo', door)
      expect(status, door).toBe(200)
      expect(text, door).not.toContain('Acquisition')
    }
    expect((await rest.get('bo', '/lists/talk:s1')).text).toContain('Ask @[team](team:d1)')
    expect((await rest.get('ana', '/history?limit=100')).text).toContain('Acquisition')
  } finally {
    await rest.close()
  }
})

test('[TA4] a hostile client forges no author, changes nobody’s words and brings no megabyte', async () => {
  const { server } = bench
  await decideAs(server, 'ana', { ...start, text: 'Mine' })
  const area = bench.browser('bo').open('area:w1')
  await subscribe(area)
  const before = await talkNow()
  const tries: [Record<string, unknown>, string][] = [
    [{ ...reply, comment: 'x', text: 'Forged', by: 'ana' }, 'invalid'],
    [{ ...reply, comment: 'x', text: 'Forged', at: 1, actor: 'ana' }, 'invalid'],
    [{ type: 'editComment', story: 's1', thread: 't', comment: 'c', text: 'Theirs' }, 'notAllowed'],
    [{ type: 'deleteComment', story: 's1', thread: 't', comment: 'c' }, 'notAllowed'],
    [{ type: 'deleteComment', story: 's1', thread: 't', comment: '__proto__' }, 'commentNotFound'],
    [{ ...start, story: 's1', thread: '__proto__', comment: 'y', text: 'x' }, 'invalid'],
    [{ ...reply, comment: 'c', text: 'Same id' }, 'idTaken'],
    [{ type: 'react', story: 's1', thread: 't', comment: 'c', emoji: '__proto__' }, 'badReaction'],
    [{ ...reply, comment: 'x', text: 'x'.repeat(20_001) }, 'commentTooLong'],
  ]
  for (const [command, code] of tries) {
    expect(await area.command(command), JSON.stringify(command).slice(0, 80)).toMatchObject({
      ok: false,
      code,
    })
  }
  const answered = area.messages.length
  const long = JSON.stringify({
    command: { id: 'long', ...reply, comment: 'x', text: 'x'.repeat(1_000_000) },
  })
  area.provider.sendStateless(long)
  await until(() => area.messages.length > answered, 'an answer to a megabyte')
  expect(area.messages.at(-1)?.result).toMatchObject({ ok: false, code: 'invalid' })
  expect(await talkNow()).toBe(before)
  expect(await area.command({ ...reply, comment: 'x', text: 'Fine' })).toMatchObject({ ok: true })
})

test('[TA12] deleted words are gone over every door', async () => {
  const { server } = bench
  await decideAs(
    server,
    'ana',
    { ...start, text: 'SECRET @[Bo](person:bo)' },
    { ...reply, comment: 'r', text: 'Answer' },
    { type: 'editComment', story: 's1', thread: 't', comment: 'r', text: 'SECRET answer' },
    { type: 'editComment', story: 's1', thread: 't', comment: 'r', text: 'Answer' },
  )
  const bo = bench.browser('bo')
  const talk = bo.open('talk:s1')
  await subscribe(talk)
  await decideAs(server, 'ana', { type: 'deleteComment', story: 's1', thread: 't', comment: 'c' })
  await until(() => changesIn(talk).length > 0, 'the deletion')
  expect(JSON.stringify(changesIn(talk))).not.toContain('SECRET')
  const again = bench.browser('bo', 'bo-2').open('talk:s1')
  await subscribe(again)
  expect(JSON.stringify(again.messages)).not.toContain('SECRET')
  const rest = await openRestDoor(server)
  try {
    for (const path of [
      '/lists/talk:s1',
      '/history?limit=100',
      '/history?story=s1',
      '/history.json',
      '/history.csv',
    ]) {
      const { status, text } = await rest.get('ana', path)
      expect([status, path]).toEqual([200, path])
      expect(text, path).toContain('Answer')
      expect(text, path).not.toContain('SECRET')
    }
  } finally {
    await rest.close()
  }
})
