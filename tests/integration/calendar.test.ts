import { describe, expect, test } from 'vitest'
import { useHistoryBench } from '#tests/support/historyBench.ts'

const bench = useHistoryBench()
const STARTS = Date.UTC(2026, 10, 30, 9)
const MOVED = Date.UTC(2026, 11, 1, 10)

/** The value of a line of a calendar file. */
const lineOf = (file: string, name: string) =>
  new RegExp(`^${name}:(.*)$`, 'm').exec(file)?.[1]?.trim()

async function fileOf(session: string, who = bench.ana): Promise<{ status: number; file: string }> {
  const path = `/api/v1/workspaces/${bench.workspace}/sessions/${session}/calendar.ics`
  const { status, body } = await who.get(path)
  return { status, file: typeof body === 'string' ? body : JSON.stringify(body) }
}

describe('[MT1] a session that is planned', () => {
  test('is a calendar file, as long as its agenda; another name and time update it', async () => {
    await bench.send(
      bench.ana,
      { type: 'captureStory', story: 'a', title: 'First' },
      { type: 'captureStory', story: 'b', title: 'Second' },
      { type: 'scheduleSession', session: 'm', kind: 'meeting', name: 'Weekly', startsAt: STARTS },
      { type: 'addToAgenda', session: 'm', story: 'a' },
      { type: 'addToAgenda', session: 'm', story: 'b', minutes: 25 },
    )
    const { status, file } = await fileOf('m', bench.lee)
    expect(status).toBe(200)
    expect(lineOf(file, 'DTSTART')).toBe('20261130T090000Z')
    expect(lineOf(file, 'DURATION')).toBe('PT35M')
    expect(lineOf(file.replaceAll('\r\n ', ''), 'URL')).toMatch(
      new RegExp(`/w/${bench.workspace}/meet/m$`),
    )
    await bench.send(bench.kim, {
      type: 'rescheduleSession',
      session: 'm',
      name: 'Biweekly',
      startsAt: MOVED,
    })
    const { file: moved } = await fileOf('m')
    expect(lineOf(moved, 'UID')).toBe(lineOf(file, 'UID'))
    expect(lineOf(moved, 'SUMMARY')).toBe('Biweekly')
    expect(lineOf(moved, 'DTSTART')).toBe('20261201T100000Z')
    expect(Number(lineOf(moved, 'SEQUENCE'))).toBeGreaterThan(Number(lineOf(file, 'SEQUENCE')))
    await bench.send(bench.ana, { type: 'endSession', session: 'm' })
    const { file: off } = await fileOf('m')
    expect(lineOf(off, 'STATUS')).toBe('CANCELLED')
    expect(Number(lineOf(off, 'SEQUENCE'))).toBeGreaterThan(Number(lineOf(moved, 'SEQUENCE')))
  })

  test('without a date has none, and once it has begun it keeps its time', async () => {
    await bench.send(
      bench.ana,
      { type: 'scheduleSession', session: 'n', kind: 'meeting', name: 'Some day' },
      { type: 'addToAgenda', session: 'n', story: 'a' },
      { type: 'startSession', session: 'n' },
    )
    expect((await fileOf('n')).status).toBe(404)
    const later = { type: 'rescheduleSession', session: 'n', name: 'Later', startsAt: MOVED }
    await expect(bench.send(bench.ana, later)).rejects.toThrow('is running')
  })

  test('of a private team is there for nobody else, and neither is what is absent', async () => {
    await bench.send(bench.kim, {
      type: 'scheduleSession',
      session: 'p',
      kind: 'planning',
      team: 'den',
      name: 'Secret',
      startsAt: STARTS,
    })
    expect((await fileOf('p', bench.kim)).status).toBe(200)
    const hidden = await fileOf('p', bench.lee)
    expect(hidden).toEqual(await fileOf('absent', bench.lee))
    expect(hidden.status).toBe(404)
    expect((await fileOf('m', bench.stranger)).status).toBe(404)
  })
})

describe('[MT2] the sessions that were held', () => {
  test('come page by page with the time of each story, and to those only who may know of them', async () => {
    await bench.send(bench.ana, { type: 'endSession', session: 'n' })
    await bench.send(
      bench.ana,
      { type: 'scheduleSession', session: 'o', kind: 'meeting', name: 'Next' },
      { type: 'addToAgenda', session: 'o', story: 'b' },
      { type: 'startSession', session: 'o' },
      { type: 'concludeStory', session: 'o', story: 'b', outcome: { kind: 'parked' } },
      { type: 'endSession', session: 'o' },
    )
    await bench.ready('c')
    await bench.send(
      bench.kim,
      { type: 'assignToTeam', story: 'c', team: 'den' },
      { type: 'addToAgenda', session: 'p', story: 'c' },
      { type: 'startSession', session: 'p' },
      { type: 'endSession', session: 'p' },
    )
    const { body: first } = await bench.get(bench.lee, 'sessions?limit=1')
    expect(first.sessions).toMatchObject([
      {
        id: 'o',
        name: 'Next',
        people: [bench.ids.ana],
        stories: [{ story: 'b', outcome: 'parked' }],
      },
    ])
    expect(first.sessions[0].stories[0].spentMs).toBeGreaterThan(0)
    const { body: second } = await bench.get(bench.lee, `sessions?limit=1&before=${first.next}`)
    // What was called off was not held.
    expect(second).toMatchObject({ sessions: [{ id: 'n' }], next: null })
    const { body: kims } = await bench.get(bench.kim, 'sessions?kind=planning')
    expect(kims.sessions.map(({ id }: { id: string }) => id)).toEqual(['p'])
    expect((await bench.get(bench.lee, 'sessions?kind=planning')).body.sessions).toEqual([])
    const ofTeam = async (team: string) =>
      (await bench.get(bench.kim, `sessions?team=${team}`)).body.sessions.length
    expect([await ofTeam('den'), await ofTeam('other')]).toEqual([1, 0])
    expect((await bench.get(bench.lee, 'sessions?before=x')).status).toBe(400)
  })
})

describe('[MT9] what a session leaves', () => {
  test('is in the inbox of who owns what is to be done, though they were not there', async () => {
    await bench.send(
      bench.ana,
      { type: 'captureStory', story: 'd', title: 'Unclear' },
      { type: 'scheduleSession', session: 'q', kind: 'meeting', name: 'Weekly' },
      { type: 'addToAgenda', session: 'q', story: 'd' },
      { type: 'startSession', session: 'q' },
      {
        type: 'concludeStory',
        session: 'q',
        story: 'd',
        outcome: { kind: 'needs-work', note: 'Ask sales', owner: bench.ids.lee, due: '2026-12-04' },
      },
      { type: 'endSession', session: 'q' },
    )
    const { body } = await bench.get(bench.lee, `lists/inbox:${bench.ids.lee}`)
    const item = body.items.find(({ id }: { id: string }) => id === 'd')
    expect(item.notices).toMatchObject([{ by: bench.ids.ana, what: { kind: 'comment' } }])
    expect(item.notices[0].what.excerpt).toContain('Ask sales')
  })
})
