import { describe, expect, test } from 'vitest'
import type { WorkspaceEvent } from '#lib/domain/event.ts'
import { useHistoryBench } from '#tests/support/historyBench.ts'
import type { Visitor } from '#tests/support/visitor.ts'

const bench = useHistoryBench()

/** What somebody reads, page after page, to the beginning. */
async function readAll(who: Visitor, query = '', limit = 200): Promise<WorkspaceEvent[]> {
  const all: WorkspaceEvent[] = []
  for (let before = ''; ;) {
    const { status, body } = await bench.get(who, `history?limit=${limit}${query}${before}`)
    expect(status).toBe(200)
    all.push(...body.events)
    if (body.next === null) return all
    before = `&before=${body.next}`
  }
}

const types = (events: readonly WorkspaceEvent[]) => events.map(({ type }) => type)

describe('[ST9] a page of what happened', () => {
  test('is newest first, with the names of whom and what it names', async () => {
    await bench.ready('a', 'Export to CSV')
    await bench.send(bench.ana, { type: 'bounceStory', story: 'a', reason: 'Which columns?' })
    const { body } = await bench.get(bench.lee, 'history?story=a')
    expect(body.events).toMatchObject([
      { type: 'StoryMoved', to: 'refinement', reason: 'Which columns?', by: bench.ids.ana },
      { type: 'StoryMoved', to: 'ready', gate: { mode: 'warn' } },
      { type: 'StoryMoved', to: 'refinement' },
      { type: 'StoryCaptured', title: 'Export to CSV' },
    ])
    expect(body.next).toBeNull()
    expect(body.people).toMatchObject([{ id: bench.ids.ana, name: 'Ana', left: false }])
    expect(body.stories).toMatchObject([{ id: 'a', title: 'Export to CSV', where: 'list' }])
  })

  test('can be asked for a story by its key, a person, types, kinds and a time', async () => {
    const before = new Date().toISOString()
    await bench.send(
      bench.kim,
      { type: 'captureStory', story: 'b', title: 'By Kim' },
      { type: 'upvoteStory', story: 'b' },
    )
    const { body } = await bench.get(bench.lee, 'history?story=b')
    const key = body.stories[0].key as string
    expect(types(await readAll(bench.lee, `&story=${key.toLowerCase()}`))).toEqual([
      'StoryUpvoted',
      'StoryCaptured',
    ])
    expect(types(await readAll(bench.lee, `&by=${bench.ids.kim}`))).toEqual([
      'StoryUpvoted',
      'StoryCaptured',
      // Kim joined.
      'RolesChanged',
    ])
    expect(types(await readAll(bench.lee, '&story=b&type=StoryUpvoted'))).toEqual(['StoryUpvoted'])
    expect(types(await readAll(bench.lee, '&story=b&type=moves'))).toEqual(['StoryCaptured'])
    expect(types(await readAll(bench.lee, '&story=b&type=moves,votes'))).toHaveLength(2)
    expect(await readAll(bench.lee, `&story=b&until=${before}`)).toEqual([])
    expect(await readAll(bench.lee, `&story=b&since=${before}`)).toHaveLength(2)
    expect(await readAll(bench.lee, '&since=2020-01-01&until=2020-01-02')).toEqual([])
  })

  test('[HI3] goes on without a gap or a repeat while events are appended', async () => {
    const wanted = (await readAll(bench.ana)).map(({ seq }) => seq)
    const read: number[] = []
    for (let before = '', turn = 0; ; turn += 1) {
      const { body } = await bench.get(bench.ana, `history?limit=3${before}`)
      read.push(...body.events.map(({ seq }: WorkspaceEvent) => seq))
      await bench.send(bench.kim, { type: 'captureStory', story: `more${turn}`, title: 'More' })
      if (body.next === null) break
      before = `&before=${body.next}`
    }
    expect(read).toEqual(wanted)
    expect(wanted).toEqual(wanted.toSorted((one, other) => other - one))
    expect(wanted.at(-1)).toBe(1)
  })

  test('names somebody who has left, and says so', async () => {
    await bench.send(bench.lee, { type: 'captureStory', story: 'lees', title: 'By Lee' })
    await bench.send(bench.ana, { type: 'removeMember', member: bench.ids.lee })
    const { body } = await bench.get(bench.ana, 'history?story=lees')
    expect(body.people).toMatchObject([{ id: bench.ids.lee, name: 'Lee', left: true }])
    expect((await bench.get(bench.lee, 'history?story=lees')).status).toBe(404)
  })
})

describe('what is asked wrongly is refused with the field, the value and what would do', () => {
  test.each([
    ['limit=0', 'limit', '"limit" is "0"; it must be 1 to 200.'],
    ['limit=201', 'limit', 'it must be 1 to 200.'],
    ['limit=ten', 'limit', '"limit" is "ten"'],
    ['limit=', 'limit', '"limit" is empty'],
    ['before=-1', 'before', 'it must be a whole number from 1.'],
    ['before=1.5', 'before', '"before" is "1.5"'],
    ['type=StoryMoved,Gone', 'type', '"type" has "Gone"; it may have moves, text,'],
    ['type=__proto__', 'type', '"type" has "__proto__"'],
    ['by=', 'by', 'it must be the id of a user'],
    ['since=yesterday', 'since', '"since" is "yesterday"; it must be a day like 2026-03-31'],
    ['since=2026-02-30', 'since', '"since" is "2026-02-30"'],
    ['until=2026-03-31T08:00', 'until', 'a time with its zone'],
    ['since=2026-03-02&until=2026-03-01', 'until', '"until" must be later than "since"'],
    ['colour=red', 'colour', '"colour" is not known here'],
  ])('%s', async (query, field, words) => {
    for (const door of ['history', 'history.csv', 'history.json']) {
      if (door !== 'history' && /limit|before/.test(query)) continue
      const { status, body } = await bench.get(bench.ana, `${door}?${query}`)
      expect([status, body.error.field], door).toEqual([400, field])
      expect(body.error.message, door).toContain(words)
    }
  })

  test('a story that is not there', async () => {
    const { status, body } = await bench.get(bench.ana, 'history?story=NO-1')
    expect([status, body.error]).toMatchObject([
      404,
      { code: 'notFound', message: 'There is no such story here.', field: 'story' },
    ])
  })
})

test('nobody else gets in: strangers, the signed out, and who asks for a workspace that is not there', async () => {
  for (const door of ['history', 'history.csv', 'history.json', 'trash', 'stories/a/versions']) {
    const hidden = await bench.get(bench.stranger, door)
    expect(hidden.status, door).toBe(404)
    const absent = await bench.ana.get(`/api/v1/workspaces/none/${door}`)
    expect(absent.body, door).toEqual(hidden.body)
    expect((await bench.get(bench.server.visitor(), door)).status, door).toBe(401)
  }
})

test('[ST9] who joined, and as what, is on record once', async () => {
  const { body } = await bench.get(bench.ana, 'history?type=settings&limit=200')
  const joined = body.events.filter(
    ({ type, from }: { type: string; from: unknown[] }) =>
      type === 'RolesChanged' && from.length === 0,
  )
  expect(joined.map(({ member }: { member: string }) => member).sort()).toEqual(
    [bench.ids.kim, bench.ids.lee].sort(),
  )
})
