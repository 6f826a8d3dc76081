import * as Y from 'yjs'
import { apply } from '#lib/domain/apply.ts'
import type { NewEvent, StoryEvent, WorkspaceEvent } from '#lib/domain/event.ts'
import { must } from '#lib/domain/must.ts'
import { DEFAULT_POLICY } from '#lib/domain/policy.ts'
import type { Story } from '#lib/domain/story.ts'
import type {
  Commit,
  DocumentUpdate,
  NewUser,
  Storage,
  StoredFile,
} from '#server/storage/storage.ts'

/** What contract tests store where the values do not matter. */

export const AT = Date.UTC(2026, 0, 15, 9, 30)

export async function addWorkspace(storage: Storage, id = 'w1'): Promise<string> {
  await storage.workspaces.create({ id, name: `Workspace ${id}`, keyPrefix: 'ABC', at: AT })
  return id
}

export function someone(id = 'u1', changes: Partial<NewUser> = {}): NewUser {
  return {
    id,
    email: `${id}@example.com`,
    name: `Person ${id}`,
    passwordHash: `hash of ${id}`,
    colour: 3,
    createdAt: AT,
    ...changes,
  }
}

/** A file of a story, with bytes nobody has. */
export function aFile(changes: Partial<StoredFile> = {}): StoredFile {
  return {
    workspace: 'w1',
    story: 's1',
    id: 'file000000000000',
    name: 'Mockup.png',
    type: 'image/png',
    size: 3,
    digest: '0'.repeat(64),
    width: 2,
    height: 1,
    by: 'u1',
    at: AT,
    unusedSince: null,
    ...changes,
  }
}

/** Gives an update whose bytes tell which one it is. */
export function update(number: number, changes: Partial<DocumentUpdate> = {}): DocumentUpdate {
  return {
    workspace: 'w1',
    name: 'story:s1',
    update: new TextEncoder().encode(`update ${number}`),
    by: 'u1',
    at: AT + number,
    newClients: [],
    ...changes,
  }
}

/** Gives a document that says this, as one Yjs update; the same words give the same bytes. */
export function stateSaying(words: string): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = 7
  doc.getText('body').insert(0, words)
  return Y.encodeStateAsUpdate(doc)
}

export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

/** Gives the commit of a command that captures one story behind an empty or given log. */
export function capture(
  expectedSeq: number,
  changes: { story?: string; title?: string; workspace?: string } = {},
): Commit {
  const seq = expectedSeq + 1
  const { story = `s${seq}`, title = `Story ${seq}`, workspace = 'w1' } = changes
  const event: StoryEvent = {
    type: 'StoryCaptured',
    seq,
    story,
    at: AT + seq,
    by: 'u1',
    command: `c${seq}`,
    number: seq,
    key: `ABC-${seq}`,
    title,
    stage: 'idea',
    rank: `a${seq}`,
    sample: false,
  }
  return {
    workspace,
    expectedSeq,
    events: [event],
    stories: [must(apply(undefined, event, DEFAULT_POLICY), 'captured story')],
    nextNumber: seq + 1,
    command: { id: event.command, user: 'u1', at: event.at },
  }
}

/** Gives the commit of a command with these events behind `expectedSeq`, on stories as they are before it. */
export function commitOf(
  expectedSeq: number,
  facts: readonly NewEvent[],
  before: readonly Story[] = [],
  changes: Partial<Commit> = {},
): Commit {
  const stories = new Map(before.map((story) => [story.id, story]))
  const touched = new Set<string>()
  const events = facts.map((fact, index): WorkspaceEvent => {
    const seq = expectedSeq + 1 + index
    return { ...fact, seq, at: AT + seq, by: 'u1', command: `c${expectedSeq + 1}` }
  })
  for (const event of events) {
    if (event.story === null) continue
    const after = apply(stories.get(event.story), event, DEFAULT_POLICY)
    if (after) stories.set(after.id, after)
    else stories.delete(event.story)
    touched.add(event.story)
  }
  return {
    workspace: 'w1',
    expectedSeq,
    events,
    stories: [...stories.values()].filter(({ id }) => touched.has(id)),
    nextNumber: expectedSeq + 1,
    command: { id: `c${expectedSeq + 1}`, user: 'u1', at: AT },
    ...changes,
  }
}
