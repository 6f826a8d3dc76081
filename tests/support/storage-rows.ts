import type { StoryEvent } from '#lib/domain/event.ts'
import { apply } from '#lib/domain/apply.ts'
import type { Commit, DocumentUpdate, NewUser, Storage } from '#server/storage/storage.ts'

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
    stories: [apply(undefined, event)],
    nextNumber: seq + 1,
    command: { id: event.command, user: 'u1', at: event.at },
  }
}
