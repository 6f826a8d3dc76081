import { isDeepStrictEqual } from 'node:util'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Command } from '#lib/domain/command.ts'
import { decide } from '#lib/domain/decide.ts'
import type { WorkspaceState } from '#lib/domain/state.ts'
import { NO_TALK } from '#lib/domain/talk/thread.ts'
import type { OpenWorkspace } from '#server/commands/workspaces.ts'
import { SECRET, settleHostileCompany, STORIES } from '#tests/support/hostileCompany.ts'
import { STORY_DEEDS, WORKSPACE_DEEDS } from '#tests/support/permissions/deeds.ts'
import { openRestDoor } from '#tests/support/restDoor.ts'
import {
  Browser,
  type Opened,
  ORIGIN,
  startServer,
  type TestServer,
  until,
} from '#tests/support/sync.ts'
import { RawSocket } from '#tests/support/syncRaw.ts'
import { hocuspocusWire as wire } from '#tests/support/wire.ts'
import { Witness } from '#tests/support/witness.ts'

let server: TestServer
let workspace: OpenWorkspace
/** Sees everything, and hears everything. */
let ana: Witness
/** Two who go on working while all this happens. */
let [boStory, kimStory]: Opened[] = []
const leaving: { leave(): void }[] = []
/** What the server itself calls an error, and what nobody caught. */
const broken: unknown[] = []
const note = (error: unknown) => broken.push(error)

beforeEach(async () => {
  broken.length = 0
  process.on('uncaughtException', note)
  process.on('unhandledRejection', note)
  server = await startServer(undefined, pino({ level: 'error' }, { write: note }))
  await server.addPerson('bo')
  workspace = await settleHostileCompany(server)
  boStory = stay(new Browser(server, 'bo')).open('story:onweb')
  kimStory = stay(new Browser(server, 'kim')).open('story:onweb')
  const secret = stay(new Browser(server, 'bo', 'bo-dark')).open('story:hidden')
  for (const opened of [boStory, kimStory, secret]) await opened.synced()
  secret.text.insert(0, `${SECRET} words`)
  await secret.synced()
  ana = await stay(new Witness(server, 'ana')).sit(
    'area:w1',
    'team:web',
    'team:dark',
    ...STORIES.map((story) => `story:${story}`).filter((name) => name !== 'story:gone'),
  )
  ana.forget()
})

afterEach(async () => {
  process.off('uncaughtException', note)
  process.off('unhandledRejection', note)
  for (const one of leaving.splice(0)) one.leave()
  await server.stop()
})

function stay<One extends { leave(): void }>(one: One): One {
  leaving.push(one)
  return one
}

/** A bare socket with somebody's valid session. */
async function bare(person: string): Promise<RawSocket> {
  const cookie = `person=${person}; session=${person}-bare`
  const socket = stay(new RawSocket(server.url, { cookie, origin: ORIGIN }))
  await socket.opened
  return socket
}

/** Everything the server holds as decided, to be compared. */
function held() {
  const { stories, talks, settings, members } = workspace.state
  const said = new Map(STORIES.map((story) => [story, talks.get(story)] as const))
  return { stories: new Map(stories), talks: said, settings, members }
}

/** Nothing was done, nobody heard of it, and everybody goes on working. */
async function expectNoTrace(before: ReturnType<typeof held>): Promise<void> {
  // What two others write passes, and tells that everything sent before it has been judged.
  const words = `kim writes ${Math.random()}. `
  kimStory!.text.insert(0, words)
  await until(() => boStory!.text.toString().startsWith(words), "Kim's words reach Bo")
  await kimStory!.synced()
  expect(isDeepStrictEqual(held(), before)).toBe(true)
  expect(broken).toEqual([])
  expect(ana.wasDisturbed).toBe(false)
  expect(ana.said).toEqual([])
  for (const letters of ['INTRUDER', 'FORGED']) expect(ana.heard(letters)).toBe(false)
}

/** An edit of some letters under a client id. */
function edit(client: number, letters = 'INTRUDER', on?: Y.Doc): Uint8Array {
  const doc = new Y.Doc()
  if (on) Y.applyUpdate(doc, Y.encodeStateAsUpdate(on))
  const before = Y.encodeStateVector(doc)
  doc.clientID = client
  doc.getText('body').insert(0, letters)
  return Y.encodeStateAsUpdate(doc, before)
}

/** Every command that the rules refuse somebody now, on every story. */
function refusedCommands(person: string): Command[] {
  const { stories, settings, members, talks } = held()
  const actor = { id: person, name: person, roles: members.get(person)!.roles }
  const state: WorkspaceState = {
    stories,
    talks: { get: (story) => talks.get(story) ?? NO_TALK },
    settings,
    members,
    keyPrefix: 'ST',
    nextNumber: 99,
  }
  const commands: Command[] = []
  const take = (command: object) => {
    const made = { id: `${person}-${commands.length}`, ...command } as Command
    const decision = decide(state, made, actor, Date.now())
    if (!decision.ok) commands.push(made)
  }
  for (const { command } of STORY_DEEDS) {
    for (const story of [...STORIES, 'absent']) if (command) take(command(story))
  }
  for (const { command } of WORKSPACE_DEEDS) if (command) take(command('x'))
  return commands
}

describe('[I4] [RO1] a hostile client', () => {
  test('[CM2] gets nothing through by command, over any list it may read, whatever else it claims', async () => {
    const before = held()
    const browser = stay(new Browser(server, 'mal'))
    const doors = [browser.open('area:w1'), browser.open('team:web')]
    for (const door of doors) await door.synced()
    const commands = refusedCommands('mal')
    expect(new Set(commands.map(({ type }) => type)).size).toBeGreaterThan(35)
    for (const [index, command] of commands.entries()) {
      const door = doors[index % doors.length]!
      expect(await door.command({ ...command }), command.type).toMatchObject({ ok: false })
      // As if it were somebody else, or had been decided already.
      for (const claim of [
        { by: 'ana' },
        { actor: { id: 'ana', roles: ['owner'] } },
        { roles: ['owner'] },
        { at: 1, seq: 1 },
        { sample: true, isOperator: true },
      ]) {
        const id = `${command.id}-${Object.keys(claim)[0]}`
        const result = await door.command({ ...command, ...claim, id })
        // `roles` is a field of one command; there it is what it asks for.
        expect(result.ok, `${command.type} with ${JSON.stringify(claim)}`).toBe(false)
      }
    }
    await expectNoTrace(before)
  })

  test('[CM1] is not answered with what another has done under the same command id', async () => {
    const area = stay(new Browser(server, 'ana', 'ana-2')).open('area:w1')
    await area.synced()
    const command = { id: 'shared-id', type: 'markReady', story: 'refined', confirmed: true }
    expect(await area.command(command)).toMatchObject({ ok: true })
    const before = held()
    ana.forget()
    const mal = stay(new Browser(server, 'mal')).open('area:w1')
    await mal.synced()
    expect(await mal.command(command)).toMatchObject({ ok: false, code: 'notAllowed' })
    await expectNoTrace(before)
  })

  test('writes nothing into lists', async () => {
    const before = held()
    const mal = await bare('mal')
    for (const list of ['area:w1', 'team:web']) {
      mal.received.length = 0
      await mal.join(list, '')
      for (const frame of [wire.update(list, edit(77)), wire.syncStep2(list, edit(78))]) {
        mal.received.length = 0
        mal.send(frame)
        await until(() => mal.of('status').length === 1, `an answer on ${list}`)
        expect(mal.of('status')).toEqual([{ kind: 'status', saved: false }])
      }
      const late = stay(new Browser(server, 'kim', 'kim-late')).open(list)
      await late.synced()
      expect(Y.encodeStateVector(late.doc)).toEqual(Y.encodeStateVector(new Y.Doc()))
    }
    await expectNoTrace(before)
  })

  test.each([
    ['mal', 'onweb', "another team's story"],
    ['con', 'idea', "somebody else's idea"],
    ['eve', 'cons', "another contributor's idea"],
    ['vic', 'refined', 'any story, as a viewer'],
    ['con', 'ready', 'what is beyond Idea'],
  ])('[RO4] [RO5] %s writes nothing into %s: %s', async (person, story) => {
    const before = held()
    const socket = await bare(person)
    const document = `story:${story}`
    await socket.join(document, '')
    const frames = [
      wire.update(document, edit(81)),
      wire.syncStep2(document, edit(82)),
      wire.update(document, edit(83).slice(0, -2)),
    ]
    for (const frame of frames) {
      socket.received.length = 0
      socket.send(frame)
      await until(() => socket.of('status').length === 1, `an answer on ${document}`)
      expect(socket.of('status')).toEqual([{ kind: 'status', saved: false }])
    }
    await expectNoTrace(before)
    const stored = await server.faults.storage.documents.load('w1', document)
    expect(JSON.stringify(stored ?? '')).not.toContain('INTRUDER')
  })

  test('[RO10] finds no door to a private team: hidden is what absent is, over the socket and beside it', async () => {
    const before = held()
    const mal = await bare('mal')
    const told: string[] = []
    mal.ws.on('message', (frame: ArrayBuffer) => told.push(Buffer.from(frame).toString('latin1')))
    for (const [hidden, absent] of [
      ['story:hidden', 'story:absent'],
      ['team:dark', 'team:absent'],
    ] as const) {
      const answers: unknown[] = []
      for (const document of [hidden, absent]) {
        mal.received.length = 0
        mal.send(...wire.hello(document, '', Uint8Array.of(0)))
        // Past the closed door, as if it were open.
        mal.send(
          wire.update(document, edit(90)),
          wire.stateless(document, JSON.stringify({ subscribe: { since: 0 } })),
          wire.stateless(
            document,
            JSON.stringify({ command: { id: 'm', type: 'trashStory', story: 'hidden' } }),
          ),
        )
        await until(() => mal.of('denied').length > 0, `an answer about ${document}`)
        answers.push(mal.of('denied'))
      }
      expect(answers[0]).toEqual(answers[1])
    }
    await mal.join('area:w1', '')
    for (const since of [null, 0, 1]) {
      mal.send(wire.stateless('area:w1', JSON.stringify({ subscribe: { since } })))
    }
    await until(() => mal.of('stateless').length === 3, 'the list, three times')
    expect(told.join('')).not.toContain(SECRET)

    const rest = await openRestDoor(server)
    stay({ leave: () => void rest.close() })
    const paths = await pathsOf(rest.url)
    for (const path of paths) {
      const [hidden, absent] = await Promise.all([
        rest.get('mal', path('hidden', 'dark')),
        rest.get('mal', path('absent', 'absent')),
      ])
      expect(hidden.text, path('hidden', 'dark')).not.toContain(SECRET)
      if (path('hidden', 'dark') !== path('absent', 'absent')) {
        expect(hidden.status, path('hidden', 'dark')).toBe(absent.status)
      }
    }
    // The same letters are there for somebody who may read them.
    expect((await rest.get('bo', '/lists/team:dark')).text).toContain(SECRET)
    expect((await rest.get('mal', '/lists/team:dark')).status).toBe(404)
    await expectNoTrace(before)
  })

  test('[HZ6] [HZ8] speaks for nobody else: no other id in presence or in a text, no other person on its own', async () => {
    const before = held()
    const anaBrowser = stay(new Browser(server, 'ana', 'ana-2')).open('story:refined')
    await anaBrowser.synced()
    anaBrowser.provider.setAwarenessField('caret', 'mine')
    anaBrowser.text.insert(0, 'Ana was here')
    await anaBrowser.synced()
    const pia = stay(new Browser(server, 'pia')).open('story:refined')
    await pia.synced()
    const shown = (client: number) => pia.provider.awareness!.getStates().get(client)
    await until(() => shown(anaBrowser.doc.clientID)?.caret === 'mine', "Ana's caret")

    const mal = await bare('mal')
    for (const document of ['story:refined', 'area:w1', 'team:web']) {
      mal.received.length = 0
      await mal.join(document, '')
    }
    const victim = anaBrowser.doc.clientID
    for (const document of ['story:refined', 'area:w1', 'team:web']) {
      mal.send(wire.awareness(document, presence(victim, { user: { id: 'ana' }, caret: 'FORGED' })))
      mal.send(wire.awareness(document, presence(victim, null)))
    }
    mal.received.length = 0
    mal.send(wire.update('story:refined', edit(victim, 'FORGED ', anaBrowser.doc)))
    await until(() => mal.of('status').length === 1, 'an answer to the forged edit')
    expect(mal.of('status')).toEqual([{ kind: 'status', saved: false }])
    mal.send(wire.awareness('story:refined', presence(4_711, { user: { id: 'ana', name: 'Ana' } })))
    await until(() => shown(4_711) !== undefined, 'Mal is shown')
    expect(shown(4_711)?.user).toMatchObject({ id: 'mal', name: 'Mal' })
    expect(shown(victim)?.caret).toBe('mine')
    expect(pia.text.toString()).toBe('Ana was here')
    await expectNoTrace(before)
  })

  test('[RO1] keeps no right it has lost, on a socket that stays open', async () => {
    const con = await bare('con')
    await con.join('story:cons', '')
    con.send(wire.update('story:cons', edit(61, 'My idea. ')))
    await until(() => con.of('status').length === 1, 'the first edit')
    expect(con.of('status')).toEqual([{ kind: 'status', saved: true }])
    const area = stay(new Browser(server, 'ana', 'ana-2')).open('area:w1')
    await area.synced()
    expect(await area.command({ type: 'startRefining', story: 'cons' })).toMatchObject({ ok: true })
    con.received.length = 0
    con.send(wire.update('story:cons', edit(62)))
    await until(() => con.of('status').length === 1, 'the answer to the edit that came too late')
    expect(con.of('status')).toEqual([{ kind: 'status', saved: false }])

    const kim = await bare('kim')
    await kim.join('story:onweb', '')
    expect(await area.command({ type: 'removeMember', member: 'kim' })).toMatchObject({ ok: true })
    kim.send(wire.update('story:onweb', edit(63)))
    kim.send(
      wire.stateless(
        'area:w1',
        JSON.stringify({ command: { id: 'k', type: 'upvoteStory', story: 'idea' } }),
      ),
    )
    await until(() => kim.closed !== null || kim.of('denied').length > 0, 'Kim is out')
    expect(workspace.story('idea')?.votes).toEqual([])
    expect(ana.heard('INTRUDER')).toBe(false)
    expect(broken).toEqual([])
  })
})

/** A presence message under a client id; null ends it. */
function presence(client: number, state: Record<string, unknown> | null): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = client
  const awareness = new Awareness(doc)
  awareness.setLocalState(state ?? {})
  if (state === null) awareness.setLocalState(null)
  const update = encodeAwarenessUpdate(awareness, [client])
  awareness.destroy()
  return update
}

/** Every address of the API below a workspace that can be read, with ids of a story and a team to be filled in. */
async function pathsOf(url: string): Promise<((story: string, team: string) => string)[]> {
  const answer = await fetch(new URL('/api/v1/openapi.json', url))
  const { paths } = (await answer.json()) as { paths: Record<string, Record<string, unknown>> }
  const below = '/api/v1/workspaces/{id}/'
  const found = Object.entries(paths)
    .filter(([path, methods]) => path.startsWith(below) && 'get' in methods)
    .map(([path]) => `/${path.slice(below.length)}`)
  expect(found).toContain('/lists/{name}')
  return found.flatMap((path) => [
    (story: string, team: string) => filled(path, story, `team:${team}`),
    (story: string, team: string) =>
      `${filled(path, story, 'area:w1')}?story=${story}&team=${team}`,
  ])
}

function filled(path: string, story: string, list: string): string {
  return path.replace('{name}', list).replace(/\{[^}]*\}/g, story)
}
