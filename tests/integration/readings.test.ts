import type { JSONContent } from '@tiptap/core'
import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { readFacts } from '#lib/doc/facts.ts'
import { storyText } from '#lib/doc/read.ts'
import { writeNewDocument } from '#lib/doc/write.ts'
import { must } from '#lib/domain/must.ts'
import { DESCRIBE_MS } from '#server/sync/descriptions.ts'
import { type Opened, until } from '#tests/support/sync.ts'
import { useSyncBench } from '#tests/support/syncBench.ts'
import { changesIn, decideAs, openWorkspace, subscribe, tryAs } from '#tests/support/syncTeams.ts'
import {
  criteria,
  criterion,
  paragraph,
  question,
  questions,
  story as documentOf,
  value,
} from '#tests/support/storyContent.ts'

const bench = useSyncBench()

/** Adds content to a document as an editor on that page would. */
function write(page: Opened, ...content: JSONContent[]): void {
  Y.applyUpdate(page.doc, updateOf(...content))
}

function updateOf(...content: JSONContent[]): Uint8Array {
  return writeNewDocument(documentOf(...content)).update
}

async function events(types?: readonly string[]) {
  const all = await bench.server.faults.storage.workspaces.events('w1', 0, 1_000)
  return types ? all.filter(({ type }) => types.includes(type)) : all
}

function docOf(bytes: Uint8Array | null): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, must(bytes, 'bytes'))
  return doc
}

describe('the gate', () => {
  test('[RD5] a criterion typed in the same breath as "Mark ready" counts', async () => {
    const checks = { value: 'off', theme: 'off', persona: 'off', questions: 'off' }
    const policy = await openWorkspace(bench.server)
    await decideAs(bench.server, 'ana', {
      type: 'setPolicy',
      policy: { gate: 'block', checks: { ...policy.state.settings.policy.checks, ...checks } },
    })
    await decideAs(bench.server, 'ana', { type: 'startRefining', story: 's1' })
    const socket = bench.browser('ana')
    const area = socket.open('area:w1')
    const page = socket.open('story:s1')
    await area.synced()
    await page.synced()
    const ready = { type: 'markReady', story: 's1' }
    expect(await area.command(ready)).toMatchObject({
      ok: false,
      code: 'notReady',
      missing: ['criteria'],
    })
    const typed = updateOf(criteria(criterion('Names the row')))
    const start = performance.now()
    Y.applyUpdate(page.doc, typed)
    const answer = area.command(ready)
    expect(performance.now() - start).toBeLessThan(DESCRIBE_MS)
    expect(await answer).toMatchObject({ ok: true })
    const [described, moved] = (await events()).slice(-2)
    expect(described).toMatchObject({
      type: 'StoryDescribed',
      by: 'ana',
      facts: { criteria: 1, hasValue: false },
    })
    expect(moved).toMatchObject({ type: 'StoryMoved', to: 'ready', gate: { missing: [] } })
    expect(moved?.command).toBe(described?.command)
    const workspace = await openWorkspace(bench.server)
    expect(workspace.story('s1')).toMatchObject({ stage: 'ready', readiness: { met: 1, of: 1 } })
  })

  test('[RD5] what somebody else has typed and the server has not stored yet counts, too', async () => {
    await decideAs(bench.server, 'ana', { type: 'startRefining', story: 's1' })
    const bo = bench.browser('bo').open('story:s1')
    const area = bench.browser('ana').open('area:w1')
    await bo.synced()
    await subscribe(area)
    const gate = Promise.withResolvers<boolean>()
    bench.server.faults.gate = () => gate.promise
    const { appends } = bench.server.faults
    write(bo, value(paragraph('Fewer calls')), questions(question('Which?', { blocking: true })))
    await until(() => bench.server.faults.appends > appends, 'the edit has reached storage')
    const refused = await tryAs(bench.server, 'ana', { type: 'markReady', story: 's1' })
    expect(refused).toMatchObject({
      code: 'notReady',
      missing: ['criteria', 'questions', 'theme', 'persona'],
    })
    bench.server.faults.gate = null
    gate.resolve(true)
    await until(() => changesIn(area).length === 1, 'the card says what the text says')
    expect(changesIn(area)[0]?.set['s1']).toMatchObject({
      facts: { hasValue: true, blockingQuestions: 1 },
    })
  })

  test('[RD6] sizing agrees to the criteria as they are at that moment', async () => {
    await decideAs(
      bench.server,
      'ana',
      { type: 'createTeam', team: 'web', name: 'Web' },
      { type: 'startRefining', story: 's1' },
      { type: 'markReady', story: 's1', confirmed: true },
      { type: 'assignToTeam', story: 's1', team: 'web' },
    )
    const socket = bench.browser('ana')
    const list = socket.open('team:web')
    const page = socket.open('story:s1')
    await list.synced()
    await page.synced()
    write(page, criteria(criterion('Names the row')))
    expect(await list.command({ type: 'sizeStory', story: 's1', size: '3' })).toMatchObject({
      ok: true,
    })
    const workspace = await openWorkspace(bench.server)
    expect(workspace.story('s1')?.agreed).toBe(readFacts(page.doc).digest)
  })
})

describe('a card says what the text says', () => {
  test('[RD5] about a second after the text has changed, once for many keystrokes, in the name of who wrote', async () => {
    const area = bench.browser('ana').open('area:w1')
    await subscribe(area)
    const bo = bench.browser('bo').open('story:s1')
    await bo.synced()
    for (let index = 0; index < 5; index += 1) write(bo, criteria(criterion(`Rule ${index}`)))
    await until(() => changesIn(area).length > 0)
    expect(changesIn(area)[0]?.set['s1']).toMatchObject({
      facts: { criteria: 5 },
      readiness: { missing: ['value', 'theme', 'persona'] },
    })
    const described = await events(['StoryDescribed'])
    expect(described).toMatchObject([{ by: 'bo', facts: { criteria: 5 } }])
    // Words that change no fact are no event.
    write(bo, paragraph('Only details'))
    await bo.synced()
    write(bo, criteria(criterion('Rule 5')))
    await until(() => changesIn(area).length === 2)
    expect(await events(['StoryDescribed'])).toHaveLength(2)
  })

  test('[RD5] also when their author leaves at once, and when the server stops', async () => {
    const bo = bench.browser('bo')
    const page = bo.open('story:s1')
    await page.synced()
    write(page, criteria(criterion('Left behind')))
    await page.synced()
    bo.leave()
    const workspace = await openWorkspace(bench.server)
    await until(() => workspace.story('s1')?.facts?.criteria === 1)
    const second = bench.browser('bo', 'bo-2').open('story:s1')
    await second.synced()
    write(second, criteria(criterion('Typed just before')))
    await second.synced()
    await bench.restart()
    expect((await openWorkspace(bench.server)).story('s1')?.facts?.criteria).toBe(2)
  })

  test('[RD5] after a crash, as soon as anybody opens it', async () => {
    const page = bench.browser('bo').open('story:s1')
    await page.synced()
    // The document is stored, and nobody is left who would read it.
    write(page, criteria(criterion('Survives')))
    await page.synced()
    await bench.crash()
    const workspace = await openWorkspace(bench.server)
    expect(workspace.story('s1')?.facts).toBeNull()
    bench.browser('ana').open('story:s1')
    await until(() => workspace.story('s1')?.facts?.criteria === 1)
    expect(await events(['StoryDescribed'])).toMatchObject([{ by: 'bo' }])
  })
})

describe('versions', () => {
  test('one is kept at every change of stage, team and step, as the text was then and as it was judged', async () => {
    const page = bench.browser('ana').open('story:s1')
    await page.synced()
    write(page, value(paragraph('First')))
    await page.synced()
    await decideAs(
      bench.server,
      'ana',
      { type: 'startRefining', story: 's1' },
      { type: 'renameStory', story: 's1', title: 'No version' },
    )
    write(page, criteria(criterion('Second')))
    await page.synced()
    await decideAs(
      bench.server,
      'ana',
      { type: 'createTeam', team: 'web', name: 'Web' },
      { type: 'markReady', story: 's1', confirmed: true },
      { type: 'assignToTeam', story: 's1', team: 'web' },
      { type: 'moveToStep', story: 's1', step: 'doing' },
      { type: 'bounceStory', story: 's1', reason: 'Unclear' },
    )
    const { workspaces } = bench.server.faults.storage
    const versions = (await workspaces.versions('w1', 's1')).toReversed()
    expect(versions.map(({ cause }) => cause)).toEqual([
      'StoryMoved',
      'StoryMoved',
      'StoryAssigned',
      'StoryStepped',
      'StorySentBack',
    ])
    const moves = await events(versions.map(({ cause }) => cause))
    expect(versions.map(({ seq }) => seq)).toEqual(moves.map(({ seq }) => seq))
    const [first, second] = versions.map(({ seq }) => seq)
    expect(versions.map(({ sameAs }) => sameAs)).toEqual([first, second, second, second, second])
    expect(versions[0]?.readiness.missing).toEqual(['criteria', 'theme', 'persona'])
    expect(versions[1]?.readiness.missing).toEqual(['theme', 'persona'])
    const texts = await Promise.all(
      versions.map(async ({ seq }) =>
        storyText(docOf(await workspaces.versionBytes('w1', 's1', seq))),
      ),
    )
    expect(texts[0]).toBe('First')
    for (const text of texts.slice(1)) {
      expect(text.split('\n').toSorted()).toEqual(['First', 'Second'])
    }
  })

  test('of a story that nobody has open, and of one that nobody wrote', async () => {
    await bench.server.capture('s2')
    const browser = bench.browser('bo')
    const page = browser.open('story:s1')
    await page.synced()
    write(page, value(paragraph('Closed since')))
    await page.synced()
    browser.leave()
    await bench.restart()
    await decideAs(
      bench.server,
      'ana',
      { type: 'startRefining', story: 's1' },
      { type: 'startRefining', story: 's2' },
    )
    const { workspaces } = bench.server.faults.storage
    const textOf = async (story: string) => {
      const [version] = await workspaces.versions('w1', story)
      return storyText(docOf(await workspaces.versionBytes('w1', story, version!.seq)))
    }
    expect(await textOf('s1')).toBe('Closed since')
    expect(await textOf('s2')).toBe('')
  })
})
