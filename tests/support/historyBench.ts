import type { JSONContent } from '@tiptap/core'
import { afterAll, beforeAll } from 'vitest'
import {
  joinAs,
  setUpOwner,
  startTestServer,
  type TestServer,
  type TestServerOptions,
} from './server.ts'
import type { Answer, Visitor } from './visitor.ts'
import { writeStory } from './writeStory.ts'

/** A workspace whose past is read by people of different rights. */
export interface HistoryBench {
  readonly server: TestServer
  readonly workspace: string
  /** Owns the workspace. */
  readonly ana: Visitor
  /** A member, and one of the private team `den`. */
  readonly kim: Visitor
  /** A member who must never know of `den`. */
  readonly lee: Visitor
  /** Has an account, and no workspace in common with the others. */
  readonly stranger: Visitor
  /** The ids of the people above. */
  readonly ids: { readonly ana: string; readonly kim: string; readonly lee: string }
  /** Asks the workspace's part of the API. */
  get(who: Visitor, path: string, headers?: Record<string, string>): Promise<Answer>
  /** Sends commands one after the other. Throws at the first that is refused. */
  send(who: Visitor, ...commands: object[]): Promise<void>
  /** Adds content to a story's text, by a program with Ana's token; see `writeStory`. */
  write(story: string, ...content: JSONContent[]): Promise<void>
  /** Captures a story under an id and walks it to Ready. */
  ready(story: string, title?: string): Promise<void>
}

/** Starts a server with these people before the tests of a file; `options` are read then. */
export function useHistoryBench(options: () => TestServerOptions = () => ({})): HistoryBench {
  let bench: Omit<HistoryBench, 'workspace' | 'get' | 'send' | 'write' | 'ready'>
  let workspace = ''

  beforeAll(async () => {
    const server = await startTestServer(options())
    const { owner: ana, workspace: id } = await setUpOwner(server)
    workspace = id
    const kim = await joinAs(server, ana, id, { name: 'Kim', email: 'kim@example.com' })
    const lee = await joinAs(server, ana, id, { name: 'Lee', email: 'lee@example.com' })
    const { body: other } = await ana.post('/api/v1/workspaces', { name: 'Other' })
    const stranger = await joinAs(server, ana, other.workspace, {
      name: 'Max',
      email: 'max@example.com',
    })
    const ids = { ana: await idOf(ana), kim: await idOf(kim), lee: await idOf(lee) }
    bench = { server, ana, kim, lee, stranger, ids }
    await send(
      ana,
      { type: 'createTeam', team: 'den', name: 'Den', isPrivate: true },
      { type: 'setTeamMember', team: 'den', member: ids.kim, role: 'member' },
      { type: 'createTeam', team: 'web', name: 'Web' },
      { type: 'setTeamMember', team: 'web', member: ids.lee, role: 'member' },
    )
  })
  afterAll(() => bench.server.stop())

  const get: HistoryBench['get'] = (who, path, headers) =>
    who.get(`/api/v1/workspaces/${workspace}/${path}`, headers)

  const send: HistoryBench['send'] = async (who, ...commands) => {
    for (const command of commands) {
      const wanted = { command: { id: crypto.randomUUID(), ...command } }
      const { status, body } = await who.post(`/api/v1/workspaces/${workspace}/commands`, wanted)
      if (status !== 200) throw new Error(`${JSON.stringify(command)}: ${JSON.stringify(body)}`)
    }
  }

  const write: HistoryBench['write'] = (story, ...content) =>
    writeStory(bench.server.url, bench.ana, { workspace, story }, ...content)

  return {
    get server() {
      return bench.server
    },
    get workspace() {
      return workspace
    },
    get ana() {
      return bench.ana
    },
    get kim() {
      return bench.kim
    },
    get lee() {
      return bench.lee
    },
    get stranger() {
      return bench.stranger
    },
    get ids() {
      return bench.ids
    },
    get,
    send,
    write,
    ready: (story, title = `Story ${story}`) =>
      send(
        bench.ana,
        { type: 'captureStory', story, title },
        { type: 'startRefining', story },
        { type: 'markReady', story, confirmed: true },
      ),
  }
}

async function idOf(visitor: Visitor): Promise<string> {
  return (await visitor.get('/api/v1/me')).body.user.id
}
