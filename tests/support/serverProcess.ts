import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Command } from '#lib/domain/command.ts'
import type { Story } from '#lib/domain/story.ts'
import type { ListSnapshot } from '#lib/schema/wire.ts'
import type { StorageHome } from './storage.ts'

const SCRIPT = fileURLToPath(new URL('serve.ts', import.meta.url))
const OWNER = {
  name: 'Ana Ferreira',
  email: 'ana@example.org',
  password: 'correct horse battery',
  workspace: 'Frictionless Data',
}

/** A server that can be killed: its own process, on storage that outlives it. */
export class ServerProcess {
  readonly pid: number
  readonly #child: ChildProcess
  readonly #port: number

  private constructor(child: ChildProcess, port: number) {
    this.#child = child
    this.#port = port
    this.pid = child.pid!
  }

  /** Starts a server on a storage and waits until it listens. */
  static async start(home: StorageHome): Promise<ServerProcess> {
    const child = fork(SCRIPT, {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      env: {
        ...process.env,
        DATA_DIR: home.dataDir,
        DATABASE_URL: home.databaseUrl ?? '',
      },
    })
    const [ready] = (await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(([code]) => {
        throw new Error(`the server ended with ${code} before it listened`)
      }),
    ])) as [{ port: number }]
    return new ServerProcess(child, ready.port)
  }

  syncUrl(workspace: string): string {
    return `ws://127.0.0.1:${this.#port}/sync/${workspace}`
  }

  /** Does the first visit and makes a token for the owner. */
  async createOwner(): Promise<{ workspace: string; token: string }> {
    const origin = `http://127.0.0.1:${this.#port}`
    const setup = await this.#request('POST', '/api/v1/auth/setup', OWNER, { origin })
    const cookie = setup.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ')
    const me = (await setup.json()) as { workspaces: { id: string }[] }
    const made = await this.#request('POST', '/api/v1/tokens', { name: 'Test' }, { origin, cookie })
    const { token } = (await made.json()) as { token: string }
    return { workspace: me.workspaces[0]!.id, token }
  }

  async capture(workspace: string, token: string, stories: readonly string[]): Promise<void> {
    for (const story of stories) {
      await this.run(workspace, token, {
        id: story,
        type: 'captureStory',
        story,
        title: `Story ${story}`,
      })
    }
  }

  /** Carries out a command; rejects when it is refused. */
  async run(workspace: string, token: string, command: Command): Promise<void> {
    await this.#request(
      'POST',
      `/api/v1/workspaces/${workspace}/commands`,
      { command },
      { authorization: `Bearer ${token}` },
    )
  }

  async snapshot(workspace: string, token: string): Promise<ListSnapshot<Story>> {
    const path = `/api/v1/workspaces/${workspace}/lists/area:${workspace}`
    const answer = await this.#request('GET', path, undefined, { authorization: `Bearer ${token}` })
    return (await answer.json()) as ListSnapshot<Story>
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    const ended = once(this.#child, 'exit')
    this.#child.kill('SIGKILL')
    await ended
  }

  /** Asks it to stop and waits until it has. */
  async stop(): Promise<void> {
    const ended = once(this.#child, 'exit')
    this.#child.kill('SIGTERM')
    await ended
  }

  async #request(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Response> {
    const response = await fetch(`http://127.0.0.1:${this.#port}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok)
      throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return response
  }
}
