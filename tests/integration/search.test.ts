import { beforeAll, expect, test } from 'vitest'
import { useHistoryBench } from '#tests/support/historyBench.ts'
import { criteria, criterion, paragraph, value } from '#tests/support/storyContent.ts'
import type { Visitor } from '#tests/support/visitor.ts'

const bench = useHistoryBench()

beforeAll(async () => {
  await bench.ready('open', 'An open story about exports')
  await bench.ready('hidden', 'A story of the den')
  await bench.ready('gone', 'A trashed story')
  await bench.ready('won', 'A story we will not do')
  await bench.send(bench.ana, { type: 'assignToTeam', story: 'hidden', team: 'den' })
  for (const story of ['open', 'hidden', 'gone', 'won'])
    await bench.write(story, value(paragraph(`The Zébra of ${story} is packaged`)))
  await bench.send(bench.ana, { type: 'trashStory', story: 'gone' })
  await bench.send(bench.ana, { type: 'dismissStory', story: 'won', reason: 'Too striped' })
  await bench.send(bench.ana, {
    type: 'startThread',
    story: 'open',
    thread: 't1',
    comment: 'k1',
    text: 'Ask the giraffe keepers',
    anchor: null,
  })
})

async function found(who: Visitor, question: string, more = ''): Promise<string[]> {
  const { status, body } = await bench.get(who, `search?q=${encodeURIComponent(question)}${more}`)
  expect([status, body.reading]).toEqual([200, false])
  return body.hits.map(({ id }: { id: string }) => id).sort()
}

test('[OF5] finds stories by their texts, cards and comments, Won’t do too, whoever’s device has them', async () => {
  expect(await found(bench.lee, 'zebra')).toEqual(['open', 'won'])
  expect(await found(bench.lee, 'ZEB striped')).toEqual(['won'])
  expect(await found(bench.lee, 'zebra exports')).toEqual(['open'])
  expect(await found(bench.lee, 'giraffe packaged')).toEqual(['open'])
  expect(await found(bench.lee, 'ebra')).toEqual([])
  expect(await found(bench.lee, ' % _ ')).toEqual([])
  const { body } = await bench.get(bench.lee, 'search?q=zebra%20open')
  expect(body.hits[0].excerpt).toEqual({
    from: 'text',
    pieces: [
      { text: 'The ', isHit: false },
      { text: 'Zébra', isHit: true },
      { text: ' of ', isHit: false },
      { text: 'open', isHit: true },
      { text: ' is packaged', isHit: false },
    ],
  })
})

test('[OF5] of what somebody may not read nothing is told, nor that there is more', async () => {
  expect(await found(bench.kim, 'zebra')).toEqual(['hidden', 'open', 'won'])
  for (const question of ['zebra', 'zebra hidden', 'packaged', 'den', 'trashed'])
    expect(await found(bench.lee, question)).not.toContain('hidden')
  for (const who of [bench.ana, bench.kim, bench.lee])
    expect(await found(who, 'zebra')).not.toContain('gone')
  const { body } = await bench.get(bench.lee, 'search?q=zebra&limit=2')
  expect([body.hits.length, body.more]).toEqual([2, false])
  expect(await found(bench.kim, 'zebra', '&limit=1')).toHaveLength(1)
  expect((await bench.get(bench.kim, 'search?q=zebra&limit=1')).body.more).toBe(true)
  expect((await bench.get(bench.stranger, 'search?q=zebra')).status).toBe(404)
})

test('[OF5] whoever leaves a private team finds nothing of it any more', async () => {
  const { kim } = bench.ids
  await bench.send(bench.ana, { type: 'setTeamMember', team: 'den', member: kim, role: null })
  expect(await found(bench.kim, 'zebra')).toEqual(['open', 'won'])
  await bench.send(bench.ana, { type: 'setTeamMember', team: 'den', member: kim, role: 'member' })
  expect(await found(bench.kim, 'zebra')).toEqual(['hidden', 'open', 'won'])
})

test('[OF5] what is written later is found, and what was deleted is not', async () => {
  await bench.write('open', criteria(criterion('And an okapi')))
  expect(await found(bench.lee, 'okapi')).toEqual(['open'])
  await bench.send(bench.ana, { type: 'deleteComment', story: 'open', thread: 't1', comment: 'k1' })
  expect(await found(bench.lee, 'giraffe')).toEqual([])
})

test('[OF5] a bad question is refused with a sentence, and so are too many', async () => {
  const refused = async (query: string) => {
    const { status, body } = await bench.get(bench.ana, `search${query}`)
    return [status, body.error.message]
  }
  expect(await refused(`?q=${'x'.repeat(201)}`)).toEqual([
    400,
    '"q" has 201 characters; at most 200 are looked for.',
  ])
  expect((await refused(''))[0]).toBe(400)
  expect((await refused('?q=a&limit=0'))[0]).toBe(400)
  const statuses = await Promise.all(
    Array.from({ length: 61 }, async () => (await bench.get(bench.stranger, 'search?q=a')).status),
  )
  expect(new Set(statuses)).toEqual(new Set([404]))
  const many = await Promise.all(
    Array.from({ length: 61 }, async () => (await bench.get(bench.ana, 'search?q=a')).status),
  )
  expect(many).toContain(429)
  expect(await found(bench.kim, 'okapi')).toEqual(['open'])
})
