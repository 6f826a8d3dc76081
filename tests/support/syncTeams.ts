import type { CommandResult, ListChange } from '#lib/schema/wire.ts'
import type { Actor } from '#lib/domain/roles.ts'
import { must } from '#lib/domain/must.ts'
import type { OpenWorkspace } from '#server/commands/workspaces.ts'
import { type Opened, type TestServer, until } from './sync.ts'

let commands = 0

/** Gives the workspace of a test server, and somebody in it. */
export async function openWorkspace(server: TestServer): Promise<OpenWorkspace> {
  return must(await server.workspaces.open('w1'), 'workspace w1')
}

export async function actorOf(server: TestServer, person: string): Promise<Actor> {
  return must(await server.auth.actorIn('w1', person), `member ${person}`)
}

/** Has somebody carry out commands one after the other on the server. Throws at the first that is refused. */
export async function decideAs(
  server: TestServer,
  person: string,
  ...wanted: readonly Record<string, unknown>[]
): Promise<void> {
  const workspace = await openWorkspace(server)
  const actor = await actorOf(server, person)
  for (const command of wanted) {
    const result = await workspace.run(actor, { id: `d${(commands += 1)}`, ...command })
    if (!result.ok) throw new Error(`${JSON.stringify(command)}: ${result.message}`)
  }
}

/** Gives the answer to one command. */
export async function tryAs(
  server: TestServer,
  person: string,
  command: Record<string, unknown>,
): Promise<CommandResult> {
  const workspace = await openWorkspace(server)
  return workspace.run(await actorOf(server, person), { id: `t${(commands += 1)}`, ...command })
}

/** The commands that bring an idea to Ready, complete or not. */
export function toReady(story: string): Record<string, unknown>[] {
  return [
    { type: 'startRefining', story },
    { type: 'markReady', story, confirmed: true },
  ]
}

/** Subscribes to an open list and waits for its snapshot. */
export async function subscribe(list: Opened): Promise<void> {
  await list.synced()
  const before = list.messages.length
  list.provider.sendStateless(JSON.stringify({ subscribe: { since: null } }))
  await until(() => list.messages.slice(before).some(({ snapshot }) => snapshot), 'the snapshot')
}

/** Gives the changes a list has been told of. */
export function changesIn(list: Opened): ListChange[] {
  return list.messages.flatMap(({ changes = [] }) => changes as unknown as ListChange[])
}

/** Waits until everything the server had to say to this socket by now has arrived: an answer comes last. */
export async function flushed(list: Opened): Promise<void> {
  await list.command({ type: 'renameStory', story: 'nothing-of-this-name', title: 'x' })
}

/** So many days go by on the server, and it looks at what is to be filed. */
export async function fileAfter(server: TestServer, days: number): Promise<void> {
  server.clock.ahead += days * 86_400_000
  await (await openWorkspace(server)).fileClosed()
}
