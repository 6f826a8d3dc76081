import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const START_MS = 30_000

/** The product as people run it: its own process, the built pages, a database that outlives it. */
export class AppServer {
  readonly dataDir: string
  url = ''
  readonly #smtp: string
  #child: ChildProcess | null = null
  #printed = ''

  private constructor(dataDir: string, smtp: string) {
    this.dataDir = dataDir
    this.#smtp = smtp
  }

  /**
   * Starts a server on a free port of 127.0.0.1, on a new folder. `smtp`: where it hands in its mail. Throws with what it
   * printed when it does not start.
   */
  static async start({ smtp = '' } = {}): Promise<AppServer> {
    if (!existsSync(join(ROOT, '.next', 'BUILD_ID')))
      throw new Error('The pages are not built: run `npm run build` first.')
    const server = new AppServer(await mkdtemp(join(tmpdir(), 'sluice-e2e-')), smtp)
    // Who sends mail says in it where the server is, and so knows its port before it starts.
    await server.#run(smtp === '' ? '0' : await freePort())
    return server
  }

  /** What the server printed for a first visit from another machine; null where there is an owner. */
  get setupCode(): string | null {
    return /setup code: (\S+)\n/.exec(this.#printed)?.[1] ?? null
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL')
  }

  /** Starts it again where it was: the same address, the same folder. */
  async startAgain(): Promise<void> {
    await this.#run(new URL(this.url).port)
  }

  /** Lets it stand still, as an overloaded machine does: connections stay, nothing is answered until `goOn`. */
  standStill(): void {
    this.#child?.kill('SIGSTOP')
  }

  goOn(): void {
    this.#child?.kill('SIGCONT')
  }

  /** Stops it and removes its folder. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM')
    await rm(this.dataDir, { recursive: true, force: true })
  }

  async #run(port: string): Promise<void> {
    const child = spawn(process.execPath, [join('server', 'main.ts')], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NEXT_TELEMETRY_DISABLED: '1',
        HOST: '127.0.0.1',
        PORT: port,
        DATA_DIR: this.dataDir,
        DATABASE_URL: '',
        LOG_LEVEL: 'error',
        SMTP_URL: this.#smtp,
        MAIL_FROM: this.#smtp && 'Sluice <sluice@example.org>',
        PUBLIC_URL: this.#smtp && `http://127.0.0.1:${port}`,
      },
    })
    this.#child = child
    this.#printed = ''
    this.url = await untilReady(child, (text) => (this.#printed += text))
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child
    this.#child = null
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
}

/** Gives a port of 127.0.0.1 that nobody listens on. */
async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return String(port)
}

/** Hands on all that the server prints, and gives the address it says it is ready at. */
function untilReady(child: ChildProcess, keep: (text: string) => string): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    const late = setTimeout(() => fail('did not start in time'), START_MS)
    const fail = (how: string) => {
      clearTimeout(late)
      reject(new Error(`The server ${how}:\n${printed}`))
    }
    const listen = (chunk: Buffer) => {
      printed = keep(chunk.toString())
      const [, url] = /ready at (\S+)\n/.exec(printed) ?? []
      if (url === undefined) return
      clearTimeout(late)
      resolve(url)
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.on('error', (error) => fail(`did not start (${error.message})`))
    child.on('exit', (code) => fail(`ended with ${code} before it listened`))
  })
}
