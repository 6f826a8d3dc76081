import { describe, expect, test } from 'vitest'
import { useHistoryBench } from '#tests/support/historyBench.ts'
import type { Visitor } from '#tests/support/visitor.ts'

const bench = useHistoryBench()

interface Entry {
  readonly story: { readonly id: string; readonly title: string }
  readonly by: string
  readonly daysLeft: number
}

async function idsIn(who: Visitor): Promise<string[]> {
  const { body } = await bench.get(who, 'trash')
  return body.trashed.map(({ story }: Entry) => story.id)
}

describe('[ST7] the trash', () => {
  test('has who trashed what, what was trashed last first, and how long it stays', async () => {
    await bench.send(
      bench.ana,
      { type: 'captureStory', story: 'a', title: 'First' },
      { type: 'captureStory', story: 'b', title: 'Second' },
      { type: 'trashStory', story: 'a' },
    )
    await bench.send(bench.kim, { type: 'trashStory', story: 'b' })
    const { body } = await bench.get(bench.lee, 'trash')
    expect(body).toMatchObject({
      trashed: [
        { story: { id: 'b', title: 'Second', stage: 'idea' }, by: bench.ids.kim, daysLeft: 30 },
        { story: { id: 'a', title: 'First' }, by: bench.ids.ana, daysLeft: 30 },
      ],
      next: null,
      total: 2,
      due: 0,
    })
    expect(body.people.map(({ name }: { name: string }) => name).sort()).toEqual(['Ana', 'Kim'])
  })

  test('whoever trashed it last is named, and what is restored or removed is gone from it', async () => {
    await bench.send(bench.kim, { type: 'restoreStory', story: 'a' })
    expect(await idsIn(bench.lee)).toEqual(['b'])
    await bench.send(bench.kim, { type: 'trashStory', story: 'a' })
    const { body } = await bench.get(bench.lee, 'trash')
    expect(body.trashed[0]).toMatchObject({ story: { id: 'a' }, by: bench.ids.kim })
    await expect(bench.send(bench.lee, { type: 'purgeTrash', only: 'a' })).rejects.toThrow(
      'Only owners and admins',
    )
    await bench.send(bench.ana, { type: 'purgeTrash', only: 'a' })
    expect(await idsIn(bench.lee)).toEqual(['b'])
  })

  test('an id that was removed for good is never given again: whoever got it would inherit its past', async () => {
    for (const who of [bench.ana, bench.lee]) {
      await expect(
        bench.send(who, { type: 'captureStory', story: 'a', title: 'Mine now' }),
      ).rejects.toThrow('This id has been used for a story before')
    }
    expect((await bench.get(bench.lee, 'history?story=a')).status).toBe(404)
  })

  test('of what was removed for good only administrators still read', async () => {
    expect((await bench.get(bench.lee, 'history?story=a')).status).toBe(404)
    const { body } = await bench.get(bench.ana, 'history?story=a')
    expect(body.events[0]).toMatchObject({ type: 'StoryPurged', title: 'First' })
    expect(body.stories).toMatchObject([{ id: 'a', title: 'First', where: 'gone' }])
    const { body: seen } = await bench.get(bench.lee, 'history?limit=200')
    expect(seen.events.map(({ story }: { story: string }) => story)).not.toContain('a')
    expect((await bench.get(bench.ana, 'stories/a/versions')).status).toBe(404)
  })

  test('comes in pages that follow each other, whatever is restored meanwhile', async () => {
    const ids = Array.from({ length: 7 }, (_, index) => `p${index}`)
    for (const story of ids) {
      await bench.send(
        bench.ana,
        { type: 'captureStory', story, title: `Page ${story}` },
        { type: 'trashStory', story },
      )
    }
    const read: string[] = []
    for (let before = ''; ;) {
      const { body } = await bench.get(bench.lee, `trash?limit=3${before}`)
      read.push(...body.trashed.map(({ story }: Entry) => story.id))
      if (body.next === null) break
      before = `&before=${body.next}`
      // The one the next page begins behind.
      await bench.send(bench.ana, { type: 'restoreStory', story: read.at(-1) })
    }
    expect(read.sort()).toEqual(['b', ...ids])
  })
})

test.each([
  ['limit=0', 'limit', '"limit" is "0"; it must be 1 to 200.'],
  ['before=yesterday', 'before', '"before" is "yesterday"; it must be the "next" of a page'],
  ['page=2', 'page', '"page" is not known here'],
])('%s is refused', async (query, field, words) => {
  const { status, body } = await bench.get(bench.ana, `trash?${query}`)
  expect([status, body.error.field]).toEqual([400, field])
  expect(body.error.message).toContain(words)
})
