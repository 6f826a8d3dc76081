import { beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { readContent } from '#lib/doc/content.ts'
import { useHistoryBench } from '#tests/support/historyBench.ts'
import {
  criteria,
  criterion,
  paragraph,
  question,
  questions,
  value,
} from '#tests/support/storyContent.ts'

const bench = useHistoryBench()

beforeAll(async () => {
  await bench.send(bench.ana, { type: 'captureStory', story: 'a', title: 'Export to CSV' })
  await bench.write('a', value(paragraph('Analysts want to use their own tools')))
  await bench.send(bench.kim, { type: 'startRefining', story: 'a' })
  await bench.write('a', criteria(criterion('A header comes first')))
  await bench.send(
    bench.ana,
    { type: 'markReady', story: 'a', confirmed: true },
    { type: 'assignToTeam', story: 'a', team: 'web' },
  )
})

describe('versions of a story', () => {
  test('[HI5] are kept at each stage and team, with who, why, and the readiness as judged then', async () => {
    const { body } = await bench.get(bench.lee, 'stories/a/versions')
    expect(body.versions).toMatchObject([
      { cause: 'StoryAssigned', event: { team: 'web' }, by: bench.ids.ana },
      {
        cause: 'StoryMoved',
        event: { to: 'ready', gate: { missing: ['theme', 'persona'] } },
        readiness: { met: 3, of: 5, missing: ['theme', 'persona'] },
      },
      {
        cause: 'StoryMoved',
        event: { to: 'refinement' },
        by: bench.ids.kim,
        readiness: { met: 2, of: 5, missing: ['criteria', 'theme', 'persona'] },
      },
    ])
    const [assigned, ready, refined] = body.versions
    expect(assigned.sameAs).toBe(ready.seq)
    expect(refined.sameAs).toBe(refined.seq)
    expect(body.people.map(({ name }: { name: string }) => name).sort()).toEqual(['Ana', 'Kim'])
  })

  test('the newest is current until somebody writes on', async () => {
    const { body } = await bench.get(bench.lee, 'stories/a/versions')
    expect(body.current).toBe(body.versions[0].seq)
    await bench.write('a', questions(question('Which encoding?', { blocking: true })))
    const { body: later } = await bench.get(bench.lee, 'stories/a/versions')
    expect(later.versions).toHaveLength(body.versions.length)
    expect(later.current).toBeNull()
  })

  test('each can be read without an editor, as JSON, as plain text, and as its bytes', async () => {
    const { body } = await bench.get(bench.lee, 'stories/a/versions')
    const refined = body.versions.at(-1)
    const path = `stories/a/versions/${refined.seq}`
    const { body: version } = await bench.get(bench.lee, path)
    expect(version).toMatchObject({ seq: refined.seq, readiness: refined.readiness })
    expect(version.text).toBe('Analysts want to use their own tools')
    expect(version.content).toMatchObject([
      {
        type: 'customerValue',
        content: [
          {
            type: 'paragraph',
            // VE7: the program that wrote it had Ana's token.
            content: [
              { type: 'text', text: 'Analysts want to use their own tools', by: bench.ids.ana },
            ],
          },
        ],
      },
    ])
    const url = `${bench.server.url}/api/v1/workspaces/${bench.workspace}/${path}`
    const answer = await fetch(url, {
      headers: { cookie: bench.lee.cookie, accept: 'application/octet-stream' },
    })
    expect(answer.headers.get('content-type')).toBe('application/octet-stream')
    const doc = new Y.Doc()
    Y.applyUpdate(doc, new Uint8Array(await answer.arrayBuffer()))
    expect(readContent(doc, () => bench.ids.ana)).toEqual(version.content)
  })

  test('the story is found by its key, too', async () => {
    const { body } = await bench.get(bench.lee, 'history?story=a')
    const key = body.stories[0].key.toLowerCase()
    expect((await bench.get(bench.lee, `stories/${key}/versions`)).body.versions).toHaveLength(3)
  })

  test.each([
    ['stories/none/versions', 404, 'There is no such story here.'],
    ['stories/none/versions/1', 404, 'There is no such story here.'],
    ['stories/a/versions/999999', 404, 'There is no such version of this story.'],
    ['stories/a/versions/first', 400, '"seq" is "first"; it must be a whole number from 1.'],
  ])('%s is refused', async (path, status, message) => {
    const answer = await bench.get(bench.ana, path)
    expect([answer.status, answer.body.error.message]).toEqual([status, message])
  })
})
