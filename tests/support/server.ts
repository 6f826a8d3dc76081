import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { type Env, readEnv } from '#server/env.ts'
import { type RunningServer, type StartOptions, startServer } from '#server/start.ts'
import { Visitor } from './visitor.ts'

/** A real server in this process: a database of its own in a new folder, no pages. */
export interface TestServer extends RunningServer {
  readonly dataDir: string
  /** What the server logged, one parsed entry a line. */
  readonly logged: readonly Record<string, unknown>[]
  /** Makes a browser that visits it. */
  visitor(headers?: Record<string, string>): Visitor
  /** Stops it; `keep` leaves the folder for another server to start on. */
  stop(options?: { keep?: boolean }): Promise<void>
}

/** What a test may set: any part of the environment, and the options of a start. */
export type TestServerOptions = Partial<Env> & { start?: Partial<StartOptions> }

/** Starts a server on a free port of 127.0.0.1. Stop it at the end of the test. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { start, ...env } = options
  const dataDir = env.dataDir ?? (await mkdtemp(join(tmpdir(), 'sluice-test-')))
  const logged: Record<string, unknown>[] = []
  const log = pino({ level: 'debug' }, { write: (line) => void logged.push(JSON.parse(line)) })
  const server = await startServer(
    { ...readEnv({}), host: '127.0.0.1', port: 0, ...env, dataDir },
    { log, withPages: false, ...start },
  )
  return {
    ...server,
    dataDir,
    logged,
    visitor: (headers) => new Visitor(server.url, headers),
    async stop({ keep = false } = {}) {
      await server.stop()
      if (!keep) await rm(dataDir, { recursive: true, force: true })
    },
  }
}

export const OWNER = {
  name: 'Ana',
  email: 'ana@example.com',
  password: 'four random words here',
} as const

/** Sets up a new server and gives the owner's browser, signed in, and the id of the workspace. */
export async function setUpOwner(
  server: TestServer,
): Promise<{ owner: Visitor; workspace: string }> {
  const owner = server.visitor()
  const { status, body } = await owner.post('/api/v1/auth/setup', { ...OWNER, workspace: 'Acme' })
  if (status !== 201) throw new Error(`Setup answered ${status}: ${JSON.stringify(body)}`)
  return { owner, workspace: body.workspaces[0].id }
}

/** Invites by the owner's hand and gives the secret end of the link. */
export async function inviteTo(
  owner: Visitor,
  workspace: string,
  wanted: { roles?: string[]; uses?: number; days?: number } = {},
): Promise<string> {
  const { status, body } = await owner.post(`/api/v1/workspaces/${workspace}/invitations`, wanted)
  if (status !== 201)
    throw new Error(`The invitation was answered ${status}: ${JSON.stringify(body)}`)
  return body.link.split('/').at(-1)
}

/** Brings a new person into a workspace by invitation and gives their browser, signed in. */
export async function joinAs(
  server: TestServer,
  owner: Visitor,
  workspace: string,
  person: { name: string; email: string; password?: string; roles?: string[] },
): Promise<Visitor> {
  const { roles, password = 'another long password', ...rest } = person
  const link = await inviteTo(owner, workspace, roles ? { roles } : {})
  const visitor = server.visitor()
  const { status, body } = await visitor.post(`/api/v1/invitations/${link}/accept`, {
    ...rest,
    password,
  })
  if (status !== 200) throw new Error(`Joining was answered ${status}: ${JSON.stringify(body)}`)
  return visitor
}
