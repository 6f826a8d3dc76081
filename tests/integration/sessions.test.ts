import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { SessionCommand } from '#lib/domain/sessions/command.ts'
import { openRestDoor, type RestDoor } from '#tests/support/restDoor.ts'
import { Browser, type Opened, startServer, type TestServer, until } from '#tests/support/sync.ts'

type Asked = SessionCommand extends infer Command
  ? Command extends SessionCommand
    ? Omit<Command, 'id'>
    : never
  : never

let server: TestServer
let rest: RestDoor
const browsers: Browser[] = []

beforeEach(async () => {
  server = await startServer()
  for (const person of ['kim', 'bo', 'mal']) await server.addPerson(person)
  await server.addPerson('vic', ['viewer'])
  for (const story of ['s1', 's2']) await server.capture(story)
  rest = await openRestDoor(server)
})
afterEach(async () => {
  for (const browser of browsers.splice(0)) browser.leave()
  await rest.close()
  await server.stop()
})

/** Somebody with a list open and followed, who keeps all that they are told. */
async function follow(person: string, list = 'session:m', device = '1'): Promise<Opened> {
  const browser = new Browser(server, person, `${person}-${device}`)
  browsers.push(browser)
  const opened = browser.open(list)
  await opened.synced()
  opened.provider.sendStateless(JSON.stringify({ subscribe: { since: null } }))
  await until(() => opened.messages.some(({ snapshot }) => snapshot), `${person}'s ${list}`)
  return opened
}

async function must(opened: Opened, command: Asked): Promise<void> {
  const result = await opened.command({ ...command })
  if (!result.ok) throw new Error(`${command.type}: ${result.message}`)
}

async function codeOf(opened: Opened, command: object): Promise<string> {
  const result = await opened.command({ ...command })
  return result.ok ? 'ok' : result.code
}

/** A meeting that Kim runs, with a round open on the first story; Bo takes part. */
async function voting(): Promise<{ kim: Opened; bo: Opened }> {
  const area = await follow('kim', 'area:w1', 'area')
  const session = 'm'
  await must(area, { type: 'scheduleSession', session, kind: 'meeting', name: 'Weekly' })
  for (const story of ['s1', 's2']) await must(area, { type: 'addToAgenda', session, story })
  const kim = await follow('kim')
  await must(kim, { type: 'startSession', session })
  await must(kim, { type: 'openVote', session, story: 's1' })
  const bo = await follow('bo')
  await must(bo, { type: 'joinSession', session, as: 'participant' })
  return { kim, bo }
}

const ballot = { type: 'castVote', session: 'm', story: 's1', round: 1 } as const

/** What somebody was told since then, without the numbers that count and tell the time. */
function toldSince(opened: Opened, from: number): string[] {
  return opened.messages
    .slice(from)
    .filter(({ result }) => !result)
    .map((message) => JSON.stringify(message).replace(/\d+/g, '#'))
}

describe('[MT6] what somebody voted', () => {
  test('[MT6] no door tells it before it is revealed, then every door does', async () => {
    const { kim, bo } = await voting()
    const mal = await follow('mal')
    await must(mal, { type: 'joinSession', session: 'm', as: 'participant' })
    const malArea = await follow('mal', 'area:w1', 'area')
    await must(bo, { ...ballot, value: 'split', comment: 'MARKER-bo' })
    await until(
      () => JSON.stringify(mal.messages).includes('"voted":["bo"]'),
      'that Bo has voted is told',
    )
    const read = async (): Promise<string> => {
      const pages = await Promise.all(
        [
          '/lists/session:m',
          '/lists/area:w1',
          '/history',
          '/history?story=s1',
          '/search?q=MARKER',
        ].map(async (path) => (await rest.get('mal', path)).text),
      )
      const events = await server.faults.storage.workspaces.events('w1', 0, 1_000)
      const awareness = [...mal.provider.awareness!.getStates().values()]
      return JSON.stringify([mal.messages, malArea.messages, pages, events, awareness])
    }
    const before = await read()
    expect(before).toContain('VoteCast')
    expect(before).not.toContain('MARKER-bo')
    expect(before).not.toContain('"value":"split"')
    expect(mal.doc.share.size).toBe(0)

    await must(kim, { type: 'revealVotes', session: 'm', story: 's1', round: 1 })
    await until(() => JSON.stringify(mal.messages).includes('MARKER-bo'), 'the votes are told')
    expect(await read()).toContain('"value":"split"')
  })

  test('[MT6] what others are told is the same, letter by letter, whatever it is; a change of mind is not told at all', async () => {
    const { bo } = await voting()
    const mal = await follow('mal')
    const told: string[][] = []
    for (const value of ['ready', 'needs-work'] as const) {
      const from = mal.messages.length
      const comment = value === 'ready' ? '' : 'a long reason '.repeat(20)
      await must(bo, { ...ballot, value, comment })
      await must(bo, { ...ballot, value: null })
      await until(() => toldSince(mal, from).length >= 2, 'both are told')
      told.push(toldSince(mal, from))
    }
    expect(told[0]).toEqual(told[1])

    await must(bo, { ...ballot, value: 'ready' })
    const marker = { type: 'raiseHand', session: 'm' } as const
    await until(() => JSON.stringify(mal.messages.at(-1)).includes('"voted":["bo"]'), 'the vote')
    const from = mal.messages.length
    const seq = server.faults.storage.workspaces.events('w1', 0, 1_000)
    const before = (await seq).length
    await must(bo, { ...ballot, value: 'split', comment: 'another' })
    expect((await server.faults.storage.workspaces.events('w1', 0, 1_000)).length).toBe(before)
    await must(bo, marker)
    await until(() => toldSince(mal, from).length > 0, 'the hand')
    const after = toldSince(mal, from)
    expect(after).toHaveLength(1)
    expect(after[0]).toContain('"hands":["bo"]')
  })

  test('[MT7] its voter has it on every device, after a crash of the server, too; nobody else has', async () => {
    const { bo } = await voting()
    const second = await follow('bo', 'session:m', '2')
    await must(bo, { ...ballot, value: 'needs-work', confidence: 'low' })
    const own = '"own":{"s1":{"value":"needs-work","confidence":"low","comment":""}}'
    await until(() => JSON.stringify(second.messages).includes(own), 'the other device')
    for (const browser of browsers.splice(0)) browser.leave()
    const { dataDir, port } = server
    await server.crash()
    await rest.close()
    server = await startServer({ dataDir, port })
    rest = await openRestDoor(server)
    expect((await rest.get('bo', '/lists/session:m')).text).toContain(own)
    for (const person of ['mal', 'ana', 'kim']) {
      const { status, text } = await rest.get(person, '/lists/session:m')
      expect(status).toBe(200)
      expect(text).toContain('"own":{}')
      expect(text).not.toContain('needs-work')
    }
    const kim = await follow('kim')
    await must(kim, { type: 'revealVotes', session: 'm', story: 's1', round: 1 })
    expect((await rest.get('mal', '/lists/session:m')).text).toContain('needs-work')
  })
})

describe('a hostile participant', () => {
  test('[MT5] cannot reveal, settle, pause, end, hand over or take over what somebody else runs', async () => {
    await voting()
    const mal = await follow('mal')
    const session = 'm'
    await must(mal, { type: 'joinSession', session, as: 'participant' })
    await must(mal, { ...ballot, value: 'ready' })
    const attempts: Asked[] = [
      { type: 'revealVotes', session, story: 's1', round: 1 },
      { type: 'concludeStory', session, story: 's1', outcome: { kind: 'skipped' } },
      { type: 'pauseSession', session },
      { type: 'endSession', session },
      { type: 'takeUpStory', session, story: 's2' },
      { type: 'openVote', session, story: 's2' },
      { type: 'moveOnAgenda', session, story: 's2', after: null },
      { type: 'removeFromAgenda', session, story: 's2' },
      { type: 'handOver', session, person: 'mal' },
      { type: 'takeOver', session },
      { type: 'giveFloor', session, person: 'mal' },
      { type: 'lowerHand', session, person: 'bo' },
    ]
    for (const attempt of attempts) {
      expect(await codeOf(mal, attempt), attempt.type).toBe('notFacilitator')
      const result = await rest.command('mal', { ...attempt, id: `rest-${attempt.type}` })
      expect(result, attempt.type).toMatchObject({ ok: false, code: 'notFacilitator' })
    }
    const { text } = await rest.get('kim', '/lists/session:m')
    expect(text).toContain('"name":"running"')
    expect(text).toContain('"facilitator":"kim"')
  })

  test('[MT7] votes once, and for nobody else', async () => {
    const { kim, bo } = await voting()
    const mal = await follow('mal')
    await must(mal, { type: 'joinSession', session: 'm', as: 'participant' })
    await must(bo, { ...ballot, value: 'split' })
    await must(mal, { ...ballot, value: 'ready' })
    await must(mal, { ...ballot, value: 'needs-work' })
    for (const foreign of [{ person: 'bo' }, { by: 'bo' }, { user: 'bo' }]) {
      expect(await codeOf(mal, { ...ballot, value: 'ready', ...foreign })).toBe('invalid')
    }
    expect(await codeOf(mal, { ...ballot, round: 2, value: 'ready' })).toBe('wrongMoment')
    expect(await codeOf(mal, { ...ballot, story: 's2', value: 'ready' })).toBe('wrongMoment')
    const vic = await follow('vic')
    await must(vic, { type: 'joinSession', session: 'm', as: 'observer' })
    expect(await codeOf(vic, { ...ballot, value: 'ready' })).toBe('notAllowed')
    await must(kim, { type: 'revealVotes', session: 'm', story: 's1', round: 1 })
    const { text } = await rest.get('mal', '/lists/session:m')
    const { items } = JSON.parse(text) as { items: { id: string; vote?: { votes: object } }[] }
    const votes = items.find(({ id }) => id === 'story:s1')?.vote?.votes
    expect(votes).toMatchObject({ bo: { value: 'split' }, mal: { value: 'needs-work' } })
    expect(Object.keys(votes ?? {}).sort()).toEqual(['bo', 'mal'])
    expect(await codeOf(mal, { ...ballot, value: 'ready' })).toBe('wrongMoment')
  })

  test('[MT6] what they write into the document of the session is not taken', async () => {
    await voting()
    const mal = await follow('mal')
    mal.doc.getMap('phase').set('name', 'ended')
    await until(
      () => mal.messages.some(({ refusedEdit }) => refusedEdit?.code === 'readOnly'),
      'the refusal',
    )
    const kim = await follow('kim', 'session:m', '2')
    expect(kim.doc.getMap('phase').size).toBe(0)
    expect((await rest.get('mal', '/lists/session:m')).text).toContain('"name":"running"')
  })

  test('[MT1] of a session of a private team nobody else knows anything', async () => {
    const ana = await follow('ana', 'area:w1')
    const team = { team: 'den' } as const
    for (const command of [
      { type: 'createTeam', ...team, name: 'Hidden room', isPrivate: true },
      { type: 'setTeamMember', ...team, member: 'bo', role: 'member' },
      { type: 'scheduleSession', session: 'm', kind: 'planning', name: 'Secret plan', ...team },
    ]) {
      expect(await codeOf(ana, command)).toBe('ok')
    }
    await follow('bo')
    const mal = new Browser(server, 'mal')
    browsers.push(mal)
    const hidden = mal.open('session:m')
    await until(() => hidden.denials.length > 0, 'the denial')
    expect(hidden.denials[0]).toBe('not-found')
    const area = await follow('mal', 'area:w1', 'area')
    const attempt = { type: 'joinSession', session: 'm', as: 'observer' }
    expect(await codeOf(area, attempt)).toBe('sessionNotFound')
    expect(await codeOf(area, { ...attempt, session: 'none' })).toBe('sessionNotFound')
    const [asked, absent] = await Promise.all(
      ['m', 'none'].map((id) => rest.get('mal', `/lists/session:${id}`)),
    )
    expect(asked).toEqual(absent)
    const seen = [area.messages, (await rest.get('mal', '/history')).text]
    expect(JSON.stringify(seen)).not.toContain('Secret plan')
  })
})

describe('what happens by itself', () => {
  test('[MT5] whoever loses the connection has left, and is back with the next word; a crash of the server changes nothing in that', async () => {
    const { bo } = await voting()
    const kims = browsers.filter(({ providers }) =>
      providers.some(({ configuration }) => configuration.name === 'session:m'),
    )
    kims[0]!.leave()
    await until(() => JSON.stringify(bo.messages).includes('"isHere":false'), 'Kim has left')
    expect(await codeOf(bo, { type: 'takeOver', session: 'm' })).toBe('notFacilitator')
    const kim = await follow('kim', 'session:m', '2')
    await must(kim, { type: 'joinSession', session: 'm', as: 'participant' })
    for (const browser of browsers.splice(0)) browser.leave()
    const { dataDir, port } = server
    await server.crash()
    await rest.close()
    server = await startServer({ dataDir, port })
    rest = await openRestDoor(server)
    // Kim was there when the server died, and does not come back.
    const other = await follow('bo')
    await must(other, { type: 'joinSession', session: 'm', as: 'participant' })
    await until(() => JSON.stringify(other.messages).includes('"isHere":false'), 'Kim has left')
    expect(JSON.stringify(other.messages)).not.toContain('"person":"bo","isHere":false')
  })

  test('[PL4] a round that nobody has to be there for ends at its deadline', async () => {
    const ana = await follow('ana', 'area:w1')
    const session = 'm'
    for (const command of [
      { type: 'createTeam', team: 'web', name: 'Web' },
      { type: 'startRefining', story: 's1' },
      { type: 'markReady', story: 's1', confirmed: true },
      { type: 'assignToTeam', story: 's1', team: 'web' },
      { type: 'scheduleSession', session, kind: 'planning', name: 'Sizes', team: 'web' },
      { type: 'addToAgenda', session, story: 's1' },
      { type: 'openVote', session, story: 's1', deadline: Date.now() + 1_500 },
      { type: 'joinSession', session, as: 'participant' },
      { ...ballot, value: '5' },
    ]) {
      expect(await codeOf(ana, command), command.type).toBe('ok')
    }
    const bo = await follow('bo')
    await until(() => JSON.stringify(bo.messages).includes('"revealed"'), 'the end of the round')
    expect(JSON.stringify(bo.messages)).toContain('"value":"5"')
    const accept = { type: 'concludeStory', session, story: 's1' }
    expect(await codeOf(ana, { ...accept, outcome: { kind: 'sized', size: '5' } })).toBe('ok')
    const workspace = await server.workspaces.open('w1')
    expect(workspace?.story('s1')?.size).toBe('5')
  })
})
