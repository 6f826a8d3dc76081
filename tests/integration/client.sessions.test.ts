import { describe, expect, test } from 'vitest'
import type { WorkspaceClient } from '#lib/client/client.ts'
import { askingOf, type NewSessionCommand } from '#lib/client/sessions/asking.ts'
import { LiveSession, type SessionView } from '#lib/client/sessions/liveSession.ts'
import { LEFT_AFTER_MS } from '#lib/domain/sessions/session.ts'
import { clientBench } from '#tests/support/clientBench.ts'
import { type Device, isReady, ready, until } from '#tests/support/clientDevice.ts'
import { startServer } from '#tests/support/sync.ts'

const bench = clientBench()

type Ready = Extract<SessionView, { phase: 'ready' }>
const isKnown = (view: SessionView): view is Ready => view.phase === 'ready'
const shows = (test: (view: Ready) => boolean) => (view: SessionView) => isKnown(view) && test(view)
const isHere = (person: string) =>
  shows(({ session, isCurrent }) => isCurrent && session.people[person]?.isHere === true)

interface Attending {
  readonly browser: Device
  readonly client: WorkspaceClient
  readonly live: LiveSession
}

async function attend(person: string, as: 'participant' | 'observer' = 'participant') {
  const browser = bench.device(person, person === 'ana' ? ['owner'] : ['member'])
  const client = browser.open()
  await ready(client)
  const live = new LiveSession(client, 'm')
  live.attend(as)
  await until(live.view, isHere(person))
  return { browser, client, live } satisfies Attending
}

async function must(client: WorkspaceClient, ...commands: NewSessionCommand[]) {
  for (const command of commands) {
    const answer = await askingOf(client).ask(command)
    if (!answer.ok) throw new Error(`${command.type}: ${answer.message}`)
  }
}

/** A meeting of Ana's about two stories, which is running; Bo and Vic, who only reads, are members, too. */
async function running(): Promise<Attending> {
  const { server } = bench
  await server.addPerson('bo')
  await server.addPerson('vic', ['viewer'])
  for (const story of ['s1', 's2']) await server.capture(story)
  const browser = bench.device('ana', ['owner'])
  const client = browser.open()
  await ready(client)
  const session = 'm'
  await until(client.sync, ({ kind }) => kind === 'saved')
  await must(
    client,
    { type: 'scheduleSession', session, kind: 'meeting', name: 'Weekly' },
    { type: 'addToAgenda', session, story: 's1' },
    { type: 'addToAgenda', session, story: 's2' },
    { type: 'startSession', session },
  )
  const live = new LiveSession(client, session)
  live.attend('participant')
  await until(live.view, isHere('ana'))
  return { browser, client, live }
}

describe('[I5] [MT1] a live session on a device', () => {
  test('which there are is told to everybody who may know, with what is running', async () => {
    const ana = await running()
    const bo = bench.device('bo', ['member']).open()
    const area = await until(bo.area, (view) => isReady(view) && view.sessions.length > 0)
    if (!isReady(area)) throw new Error('not ready')
    expect(area.sessions).toMatchObject([{ id: 'm', name: 'Weekly', state: 'live' }])
    await must(ana.client, { type: 'endSession', session: 'm' })
    await until(bo.area, (view) => isReady(view) && view.sessions[0]?.state === 'ended')
  })

  test('[MT6] everybody sees who has voted, and their own vote alone, on each of their devices', async () => {
    const ana = await running()
    const bo = await attend('bo')
    await must(ana.client, { type: 'openVote', session: 'm', story: 's1' })
    await must(bo.client, {
      type: 'castVote',
      session: 'm',
      story: 's1',
      round: 1,
      value: 'split',
    })
    const voted = shows(({ session }) => {
      const vote = session.agenda[0]?.vote
      return vote?.phase === 'open' && vote.voted.includes('bo')
    })
    await until(ana.live.view, voted)
    const second = await attend('bo')
    const own = shows((view) => view.own['s1']?.value === 'split')
    await until(bo.live.view, own)
    await until(second.live.view, own)
    expect(JSON.stringify(ana.live.view.get())).not.toContain('split')
    await must(ana.client, { type: 'revealVotes', session: 'm', story: 's1', round: 1 })
    await until(
      ana.live.view,
      shows(({ session }) => session.agenda[0]?.vote?.phase === 'revealed'),
    )
    expect(JSON.stringify(ana.live.view.get())).toContain('split')
  })

  test('[MT5] whoever dropped out is there again by themselves, with what happened meanwhile', async () => {
    const ana = await running()
    const bo = await attend('bo')
    bo.browser.offline()
    await until(
      bo.live.view,
      shows(({ isCurrent }) => !isCurrent),
    )
    const stale = bo.live.view.get()
    expect(isKnown(stale) && stale.session.people['bo']?.isHere).toBe(true)
    const refused = await askingOf(bo.client).ask({ type: 'raiseHand', session: 'm' })
    expect(refused).toMatchObject({ ok: false, code: 'noConnection' })
    await until(
      ana.live.view,
      shows(({ session }) => session.people['bo']?.isHere === false),
      LEFT_AFTER_MS + 10_000,
    )
    await must(ana.client, { type: 'takeUpStory', session: 'm', story: 's2' })
    bo.browser.online()
    await until(bo.live.view, isHere('bo'))
    const view = bo.live.view.get()
    expect(isKnown(view) && view.session.phase).toMatchObject({ name: 'running', story: 's2' })
    expect(isKnown(view) && view.session.hands).toEqual([])
  })

  test('[MT5] [MT7] whoever may not take part watches', async () => {
    await running()
    const vic = await attend('vic')
    await until(
      vic.live.view,
      shows(({ session }) => session.people['vic']?.as === 'observer'),
    )
  })

  test('[MT11] [MT6] a device that is opened again without a connection shows the session as it last knew it, without votes that are not revealed', async () => {
    const ana = await running()
    const bo = await attend('bo')
    await must(ana.client, { type: 'openVote', session: 'm', story: 's1' })
    const vote = { session: 'm', story: 's1', round: 1, value: 'split' } as const
    await must(bo.client, { type: 'castVote', ...vote })
    await until(
      bo.live.view,
      shows(({ own }) => own['s1']?.value === 'split'),
    )
    bo.live.close()
    await bo.client.close()
    bo.browser.offline()
    const client = bo.browser.open()
    await ready(client)
    const again = new LiveSession(client, 'm')
    again.attend('participant')
    const view = await until(again.view, isKnown)
    expect(isKnown(view) && view).toMatchObject({ isCurrent: false, own: {} })
    expect(isKnown(view) && view.session).toMatchObject({ name: 'Weekly', facilitator: 'ana' })
    expect(JSON.stringify(view)).not.toContain('split')

    await must(ana.client, { type: 'takeUpStory', session: 'm', story: 's2' })
    bo.browser.online()
    await until(again.view, isHere('bo'))
    await until(
      again.view,
      shows(({ session }) => session.phase.name === 'running' && session.phase.story === 's2'),
    )
    again.close()
  })

  test('[MT11] of what this person may not see any more nothing stays on the device', async () => {
    await running()
    await bench.server.addPerson('tim')
    const tim = await attend('tim')
    const { store } = tim.client.live.options
    const isKept = () =>
      store.read(async (database) => (await database.get('sessions', 'm')) ?? null)
    await expect.poll(isKept).toMatchObject({ id: 'm' })
    tim.live.denied()
    await expect.poll(isKept).toBeNull()
  })

  test('a reaction reaches the others at once, and is kept nowhere', async () => {
    const ana = await running()
    const bo = await attend('bo')
    bo.live.show({ reaction: { emoji: '👏', count: 1 } })
    await until(ana.live.others, (others) =>
      others.some(({ person, reaction }) => person === 'bo' && reaction?.emoji === '👏'),
    )
    const events = await bench.server.faults.storage.workspaces.events('w1', 0, 1_000)
    expect(JSON.stringify(events)).not.toContain('👏')
    bo.live.close()
    await until(ana.live.others, (others) => others.every(({ person }) => person !== 'bo'))
  })

  test('[MT1] of a session that does not exist is said that it is absent', async () => {
    const client = bench.device('ana', ['owner']).open()
    await ready(client)
    const live = new LiveSession(client, 'nothing')
    await until(live.view, ({ phase }) => phase === 'absent')
  })

  test('[I7] what comes too late is refused with its sentence, and nothing of it waits in the outbox', async () => {
    const ana = await running()
    const bo = await attend('bo')
    await must(ana.client, { type: 'endSession', session: 'm' })
    const late = await askingOf(bo.client).ask({ type: 'raiseHand', session: 'm' })
    expect(late).toMatchObject({ ok: false, code: 'wrongMoment' })
    expect(bo.client.refused.get()).toEqual([])
    expect(bo.client.unsavedCount()).toBe(0)
  })

  test("[MT2] the time is the server's, however wrong a clock is here", async () => {
    await running()
    const browser = bench.device('bo', ['member'])
    const behind = 3_600_000
    const client = browser.open({ environment: { now: () => Date.now() - behind } })
    await ready(client)
    const live = new LiveSession(client, 'm')
    live.attend('participant')
    const offset = await until(askingOf(client).offset, (value): value is number => value !== null)
    expect(Math.abs(offset - behind)).toBeLessThan(2_000)
    live.close()
  })

  test('a server that died goes on where it was: everybody comes back', async () => {
    const ana = await running()
    const bo = await attend('bo')
    const { dataDir, port } = bench.server
    await bench.server.crash()
    await until(
      bo.live.view,
      shows(({ isCurrent }) => !isCurrent),
    )
    bench.server = await startServer({ dataDir, port })
    for (const { browser } of [ana, bo]) browser.online()
    await until(ana.live.view, isHere('bo'), 30_000)
    await until(bo.live.view, isHere('ana'), 30_000)
  })
})
