import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { applyUpdate, Doc } from 'yjs'
import { storySchema } from '#lib/doc/extensions.ts'
import { storyText } from '#lib/doc/read.ts'
import { BODY, documentSchema, SCHEMA_VERSION } from '#lib/doc/schema.ts'
import { FlowLog } from '#lib/domain/flow.ts'
import { must } from '#lib/domain/must.ts'
import { backlog, column } from '#lib/domain/rank.ts'
import { STAGES } from '#lib/domain/stage.ts'
import { createWorkspaces } from '#server/commands/workspaces.ts'
import { addSamples } from '#server/samples/addSamples.ts'
import { openStorage } from '#server/storage/open.ts'
import type { Storage } from '#server/storage/storage.ts'
import { foldLog } from '#tests/support/foldLog.ts'

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
  const { stories, seq, nextNumber, settings } = await contents()
  const events = await storage.workspaces.events('acme', 0, 1_000)
  const folded = foldLog(events)
  expect(Object.fromEntries(folded.stories)).toEqual(Object.fromEntries(stories))
  expect(folded.settings).toEqual(settings)
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
    expect(story.capturedAt).toBeGreaterThan(NOW - 92 * DAY)
    if (story.stage === 'wont-do') expect(story.reason).toMatch(/\w{4,}/)
  }
})

test('the sample team has stories in all of its steps, most of them sized, and a history to forecast from', async () => {
  await addSamples({ storage, workspace: 'acme', user: 'ana', now: NOW })
  const { stories, settings } = await contents()
  const [team] = [...settings.teams.values()]
  const steps = backlog(stories.values(), must(team, 'team').id)
  const count = (id: string) => steps.filter(({ step }) => step === id).length
  expect(['todo', 'doing', 'review', 'done'].map(count)).toEqual([3, 2, 1, 5])
  expect(steps.filter(({ size }) => size === null)).toHaveLength(1)
  const flow = new FlowLog()
  for (const event of await storage.workspaces.events('acme', 0, 1_000)) {
    if (event.story !== null) flow.take(event)
  }
  const { completed, days, medianDays } = flow.of(must(team, 'team').id, NOW)
  expect([completed, days]).toEqual([5, 83])
  expect(Object.keys(medianDays)).toEqual(['todo', 'doing', 'review'])
})

test('[RD2] what the samples say is on their cards: those that are ready pass the gate, one was let through and came back', async () => {
  await addSamples({ storage, workspace: 'acme', user: 'ana', now: NOW })
  const { stories } = await contents()
  const passed = [...stories.values()].filter(({ stage, team }) => stage === 'ready' || team)
  expect(passed).toHaveLength(15)
  for (const { facts, readiness } of passed) {
    expect(facts).toMatchObject({ hasValue: true, blockingQuestions: 0 })
    expect(readiness.missing).toEqual([])
  }
  expect([...stories.values()].some(({ readiness }) => readiness.missing.length > 0)).toBe(true)
  const events = await storage.workspaces.history({
    workspace: 'acme',
    types: ['StoryMoved'],
    limit: 1_000,
  })
  const gates = events.flatMap((event) => (event.type === 'StoryMoved' && event.gate) || [])
  expect(gates.map(({ missing }) => missing).filter(({ length }) => length > 0)).toEqual([
    ['questions'],
  ])
  const [ready] = passed
  const versions = await storage.workspaces.versions('acme', must(ready, 'ready story').id)
  expect(versions.length).toBeGreaterThan(1)
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
  }
})

test('one command puts every sample story, and nothing else, into the trash, and archives what they alone used', async () => {
  await addSamples({ storage, workspace: 'acme', user: 'ana', now: NOW })
  const workspaces = createWorkspaces({ storage, now: () => NOW, log: pino({ level: 'silent' }) })
  const workspace = must(await workspaces.open('acme'), 'workspace')
  const ana = { id: 'ana', name: 'Ana', roles: ['owner' as const] }
  const before = await contents()
  const [used] = [...before.settings.themes.keys()]
  const theme = must(used, 'theme')
  await workspace.run(ana, { id: 'c1', type: 'captureStory', story: 'own', title: 'Our own' })
  await workspace.run(ana, { id: 'c2', type: 'setTheme', story: 'own', theme })
  expect(await workspace.run(ana, { id: 'c3', type: 'removeSamples' })).toMatchObject({ ok: true })
  const { stories, settings } = await contents()
  const live = [...stories.values()].filter(({ trashedAt }) => trashedAt === null)
  expect(live.map(({ id }) => id)).toEqual(['own'])
  const kept = [...settings.themes.values()].filter(({ archivedAt }) => archivedAt === null)
  expect(kept.map(({ id }) => id)).toEqual([theme])
  for (const things of [settings.teams, settings.personas]) {
    expect([...things.values()].every(({ archivedAt }) => archivedAt !== null)).toBe(true)
  }
  await workspaces.close()
})

async function contents() {
  const loaded = must(await storage.workspaces.load('acme'), 'workspace')
  return { ...loaded, stories: new Map(loaded.stories.map(({ story }) => [story.id, story])) }
}
