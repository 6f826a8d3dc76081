import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { applyUpdate, Doc } from 'yjs'
import { storySchema } from '#lib/doc/extensions.ts'
import { storyText } from '#lib/doc/read.ts'
import { BODY, documentSchema, SCHEMA_VERSION } from '#lib/doc/schema.ts'
import { apply } from '#lib/domain/apply.ts'
import { decide } from '#lib/domain/decide.ts'
import { must } from '#lib/domain/must.ts'
import { column } from '#lib/domain/rank.ts'
import { STAGES } from '#lib/domain/stage.ts'
import type { Story } from '#lib/domain/story.ts'
import { addSamples } from '#server/samples/addSamples.ts'
import { openStorage } from '#server/storage/open.ts'
import type { Storage } from '#server/storage/storage.ts'

const NOW = Date.UTC(2026, 10, 22, 9)
const DAY = 24 * 60 * 60 * 1_000

let directory: string
let storage: Storage

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sluice-samples-'))
  storage = await openStorage({ dataDir: directory, databaseUrl: null })
  await storage.workspaces.create({ id: 'acme', name: 'Acme', keyPrefix: 'ACME', at: NOW })
  const ana = {
    id: 'ana',
    email: 'ana@example.com',
    name: 'Ana',
    passwordHash: 'x',
    colour: 0,
    createdAt: NOW,
  }
  await storage.people.createUser(ana)
  await storage.people.addMember({
    workspace: 'acme',
    user: 'ana',
    roles: ['owner'],
    joinedAt: NOW,
  })
})

afterEach(async () => {
  await storage.close()
  await rm(directory, { recursive: true })
})

test('[I8] folding the events gives the sample stories', async () => {
  await addSamples({ storage, workspace: 'acme', user: 'ana', now: NOW })
  const { stories, seq, nextNumber } = await contents()
  const events = await storage.workspaces.events('acme', 0, 1_000)
  const folded = new Map<string, Story>()
  for (const event of events) folded.set(event.story, apply(folded.get(event.story), event))
  expect(Object.fromEntries(folded)).toEqual(Object.fromEntries(stories))
  expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index + 1))
  expect(seq).toBe(events.length)
  expect(nextNumber).toBe(stories.size + 1)
  expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).toSorted((a, b) => a - b))
})

test('the samples fill every stage with stories of the past weeks', async () => {
  await addSamples({ storage, workspace: 'acme', user: 'ana', now: NOW })
  const { stories } = await contents()
  const sizes = STAGES.map((stage) => column(stories.values(), stage).length)
  expect(sizes).toEqual([11, 6, 4, 3])
  for (const story of stories.values()) {
    expect(story).toMatchObject({ sample: true, capturedBy: 'ana', trashedAt: null })
    expect(story.capturedAt).toBeLessThan(NOW)
    expect(story.capturedAt).toBeGreaterThan(NOW - 80 * DAY)
    if (story.stage === 'wont-do') expect(story.reason).toMatch(/\w{4,}/)
  }
})

test('each sample story opens with text that its editor knows, owned by whoever asked', async () => {
  await addSamples({ storage, workspace: 'acme', user: 'ana', now: NOW })
  const { stories } = await contents()
  for (const story of stories.values()) {
    const stored = must(await storage.documents.load('acme', `story:${story.id}`), story.title)
    const doc = new Doc()
    if (stored.snapshot) applyUpdate(doc, stored.snapshot)
    for (const { update } of stored.log) applyUpdate(doc, update)
    yXmlFragmentToProseMirrorRootNode(doc.getXmlFragment(BODY), storySchema()).check()
    expect(documentSchema(doc)).toBe(SCHEMA_VERSION)
    expect(storyText(doc)).toMatch(/As a /)
    expect([...stored.owners]).toEqual(
      [...doc.store.clients.keys()].map((client) => [client, 'ana']),
    )
    if (story.stage === 'ready') expect(storyText(doc)).toMatch(/Acceptance criteria/)
  }
})

test('one command puts every sample story, and nothing else, into the trash', async () => {
  await addSamples({ storage, workspace: 'acme', user: 'ana', now: NOW })
  const { stories, nextNumber } = await contents()
  const own = { ...must([...stories.values()][0], 'a sample'), id: 'own', sample: false }
  const state = { keyPrefix: 'ACME', nextNumber, stories: new Map([...stories, ['own', own]]) }
  const actor = { id: 'ana', name: 'Ana', roles: ['owner' as const] }
  const decision = decide(state, { id: 'c1', type: 'removeSamples' }, actor)
  const trashed = decision.ok ? decision.events.map((event) => [event.type, event.story]) : []
  expect(trashed).toEqual([...stories.keys()].map((id) => ['StoryTrashed', id]))
})

async function contents() {
  const loaded = must(await storage.workspaces.load('acme'), 'workspace')
  return { ...loaded, stories: new Map(loaded.stories.map(({ story }) => [story.id, story])) }
}
