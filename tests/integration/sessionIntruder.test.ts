import { describe, expect, test } from 'vitest'
import { BALLOT, codeOf, must, SessionBench } from '#tests/support/sessionBench.ts'
import { type Opened, until } from '#tests/support/sync.ts'

const bench = new SessionBench()

/** Unlike anything else, so that it is found wherever it leaks. */
const MARKER = 'QZXVOTE'

/** Every address of the REST door that tells a member something of a session, a story or themselves. */
const ADDRESSES = [
  '/lists/session:m',
  '/lists/area:w1',
  '/lists/filed:w1',
  '/lists/talk:s1',
  '/lists/inbox:mal',
  '/lists/inbox:bo',
  '/sessions',
  '/sessions/m/calendar.ics',
  '/history',
  '/history?story=s1',
  '/history.csv',
  '/history.json',
  '/stories/s1/versions',
  '/stories/s1/authors',
  `/search?q=${MARKER}`,
  '/search?q=split',
  '/trash',
  '/files',
]

/** What everybody but the voter is told over every door, as far as it does not count or tell the time. */
async function readAll(person: string): Promise<Map<string, string>> {
  const answers = new Map<string, string>()
  for (const path of ADDRESSES) {
    const { status, text } = await bench.rest.get(person, path)
    answers.set(path, `${status} ${text}`)
  }
  return answers
}

/** What somebody was told on a list since then, besides answers to what they asked. */
const toldSince = (opened: Opened, from: number) =>
  opened.messages.slice(from).filter(({ result }) => !result)

describe('[MT6] a hostile participant and what somebody else voted', () => {
  test('no address tells it, to members, owners and those who only read; a change of mind changes no address at all, in words or length', async () => {
    const { bo } = await bench.voting()
    await must(bo, { ...BALLOT, value: 'split', comment: MARKER })
    const readers = ['mal', 'ana', 'vic']
    const before = await Promise.all(readers.map(readAll))
    await must(bo, { ...BALLOT, value: 'ready', comment: `${MARKER} and much more than before` })
    const after = await Promise.all(readers.map(readAll))
    expect(after).toEqual(before)
    for (const [index, answers] of after.entries()) {
      for (const [path, answer] of answers) {
        // What was looked for comes back in no answer either.
        expect(answer, `${readers[index]} ${path}`).not.toContain(MARKER)
        expect(answer, `${readers[index]} ${path}`).not.toMatch(/"value":"(split|ready)"/)
      }
    }
    const own = (await bench.rest.get('bo', '/lists/session:m')).text
    expect(own).toContain(MARKER)
  })

  test('nobody hears when somebody changes their mind: not on the session, the area, their inbox or the discussion', async () => {
    const { bo, mal } = await bench.voting()
    await must(bo, { ...BALLOT, value: 'split' })
    const lists = await Promise.all(
      ['area:w1', 'inbox:mal', 'talk:s1'].map((list) => bench.follow('mal', list, list)),
    )
    const doors = [mal, ...lists]
    await until(() => JSON.stringify(mal.messages).includes('"voted":["bo"]'), 'the vote is told')
    const from = doors.map(({ messages }) => messages.length)
    for (const value of ['ready', 'needs-work', '?', 'split']) await must(bo, { ...BALLOT, value })
    // What comes behind is heard on each: by then all that was before it would have been.
    await must(bo, { type: 'raiseHand', session: 'm' })
    await must(mal, { type: 'recordDecision', session: 'm', note: 'n', text: 'UTF-8', about: null })
    await until(() => toldSince(mal, from[0]!).length >= 2, 'the hand and the decision')
    expect(toldSince(mal, from[0]!)).toHaveLength(2)
    for (const [index, { messages }] of lists.entries()) {
      expect(messages.slice(from[index + 1]), `list ${index}`).toEqual([])
    }
    const states = JSON.stringify([...mal.provider.awareness!.getStates().values()])
    expect(states).not.toContain('split')
  })

  test('what was not revealed when the round is over is in no answer and no event, and comes up in no later round', async () => {
    const { kim, bo } = await bench.voting()
    await must(bo, { ...BALLOT, value: 'split', comment: MARKER })
    const outcome = { kind: 'skipped' } as const
    await must(kim, { type: 'concludeStory', session: 'm', story: 's1', outcome })
    await must(kim, { type: 'openVote', session: 'm', story: 's2' })
    await must(kim, { ...BALLOT, story: 's2', value: 'ready' })
    await must(kim, { type: 'revealVotes', session: 'm', story: 's2', round: 1 })
    await must(kim, { type: 'endSession', session: 'm' })
    for (const person of ['mal', 'bo', 'ana']) {
      expect([...(await readAll(person)).values()].join(), person).not.toContain(MARKER)
    }
    const events = await bench.server.faults.storage.workspaces.events('w1', 0, 1_000)
    expect(JSON.stringify(events)).not.toContain(MARKER)
  })

  test('the order of those who have voted says who was first, and not who has changed their mind', async () => {
    const { kim, bo, mal } = await bench.voting()
    await must(bo, { ...BALLOT, value: 'split' })
    await must(mal, { ...BALLOT, value: 'ready' })
    await must(kim, { ...BALLOT, value: 'ready' })
    await must(bo, { ...BALLOT, value: 'ready' })
    await must(mal, { ...BALLOT, value: 'split' })
    const voted = '"voted":["bo","mal","kim"]'
    expect((await bench.rest.get('vic', '/lists/session:m')).text).toContain(voted)
    await must(kim, { type: 'revealVotes', session: 'm', story: 's1', round: 1 })
    const { text } = await bench.rest.get('vic', '/lists/session:m')
    const { items } = JSON.parse(text) as { items: { id: string; vote?: { votes: object } }[] }
    const votes = items.find(({ id }) => id === 'story:s1')?.vote?.votes ?? {}
    expect(Object.keys(votes)).toEqual(['bo', 'mal', 'kim'])
  })
})

describe('[MT7] a hostile participant and the vote itself', () => {
  test('many votes at once, over both doors and two devices, are one', async () => {
    const { kim, mal } = await bench.voting()
    const second = await bench.follow('mal', 'session:m', '2')
    const values = ['ready', 'split', 'needs-work', '?']
    await Promise.all(
      Array.from({ length: 24 }, (_, n) => {
        const vote = { ...BALLOT, value: values[n % values.length]! }
        if (n % 3 === 0) return bench.rest.command('mal', { ...vote, id: `rest-${n}` })
        return (n % 3 === 1 ? mal : second).command(vote)
      }),
    )
    await must(mal, { ...BALLOT, value: 'split' })
    const { text } = await bench.rest.get('vic', '/lists/session:m')
    expect(text).toContain('"voted":["mal"]')
    const events = await bench.server.faults.storage.workspaces.events('w1', 0, 1_000)
    expect(events.filter(({ type }) => type === 'VoteCast')).toHaveLength(1)
    await must(kim, { type: 'revealVotes', session: 'm', story: 's1', round: 1 })
    const told = (await bench.rest.get('vic', '/lists/session:m')).text
    expect(told).toContain('"votes":{"mal":{"value":"split","confidence":null,"comment":""}}')
  })

  test('a vote that comes again after the round counts in none, under its old id and a new one', async () => {
    const { kim, bo, mal } = await bench.voting()
    const vote = { ...BALLOT, value: 'split', id: 'mals-vote' }
    expect(await codeOf(mal, vote)).toBe('ok')
    await must(bo, { ...BALLOT, value: 'ready' })
    await must(kim, { type: 'revealVotes', session: 'm', story: 's1', round: 1 })
    await must(kim, { type: 'openVote', session: 'm', story: 's1' })
    await bench.rest.command('mal', vote)
    expect(await codeOf(mal, { ...vote, id: 'another' })).toBe('wrongMoment')
    expect(await codeOf(bo, { ...BALLOT, round: 2, value: 'ready', id: 'mals-vote' })).not.toBe('')
    const { text } = await bench.rest.get('vic', '/lists/session:m')
    expect(text).not.toContain('"voted":["mal"]')
  })
})

describe('[MT5] a hostile participant and the meeting', () => {
  test('cannot show themselves as somebody else to those who are there', async () => {
    const { kim, mal } = await bench.voting()
    mal.provider.awareness!.setLocalState({
      user: { id: 'bo', name: 'Bo', colour: 1 },
      reaction: { emoji: '👎', count: 1 },
    })
    const states = () => [...kim.provider.awareness!.getStates().values()]
    await until(() => JSON.stringify(states()).includes('👎'), 'the reaction')
    const shown = states().find((state) => JSON.stringify(state).includes('👎'))
    expect(shown?.['user']).toMatchObject({ id: 'mal' })
  })

  test('cannot stop, hold up, retime or rename it, or open a round without those who are there', async () => {
    const { mal } = await bench.voting()
    const session = 'm'
    for (const attempt of [
      { type: 'endSession', session },
      { type: 'pauseSession', session },
      { type: 'resumeSession', session },
      { type: 'endReading', session },
      { type: 'setTimeBox', session, story: 's1', minutes: 1 },
      { type: 'openVote', session, story: 's2', deadline: Date.now() + 60_000 },
      { type: 'revealVotes', session, story: 's1', round: 1 },
      { type: 'concludeStory', session, story: 's1', outcome: { kind: 'ready', confirmed: true } },
    ]) {
      expect(await codeOf(mal, attempt), attempt.type).toBe('notFacilitator')
      const rest = await bench.rest.command('mal', { ...attempt, id: `rest-${attempt.type}` })
      expect(rest, attempt.type).toMatchObject({ ok: false, code: 'notFacilitator' })
    }
    const rename = { type: 'rescheduleSession', session, name: 'Over' }
    expect(await codeOf(mal, rename)).toBe('wrongMoment')
    const { text } = await bench.rest.get('kim', '/lists/session:m')
    expect(text).toContain('"name":"running"')
    expect(text).toContain('"minutes":10')
  })

  test('half a minute after whoever facilitates dropped out others take over, not a moment sooner, and by the server’s clock alone', async () => {
    const { bo, mal } = await bench.voting()
    const takeOver = { type: 'takeOver', session: 'm' } as const
    bench.leave('kim')
    await until(
      () =>
        /"person":"kim"[^}]*"isHere":false|"isHere":false[^}]*"person":"kim"/.test(
          JSON.stringify(bo.messages),
        ),
      'Kim has left',
    )
    expect(await codeOf(mal, takeOver)).toBe('notFacilitator')
    bench.server.clock.ahead += 20_000
    expect(await codeOf(mal, takeOver)).toBe('notFacilitator')
    bench.server.clock.ahead += 6_000
    const vic = await bench.follow('vic')
    await must(vic, { type: 'joinSession', session: 'm', as: 'observer' })
    expect(await codeOf(vic, takeOver)).toBe('notAllowed')
    expect(await codeOf(bo, takeOver)).toBe('ok')
    // Whoever was slower does not take it from them, and whoever comes back does not have it.
    expect(await codeOf(mal, takeOver)).toBe('notFacilitator')
    const kim = await bench.follow('kim', 'session:m', '2')
    await must(kim, { type: 'joinSession', session: 'm', as: 'participant' })
    expect(await codeOf(kim, { type: 'pauseSession', session: 'm' })).toBe('notFacilitator')
    await must(bo, { type: 'pauseSession', session: 'm' })
  })
})
