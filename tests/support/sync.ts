import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import type { Duplex } from 'node:stream'
import { join } from 'node:path'
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import { type Logger, pino } from 'pino'
import WebSocket from 'ws'
import * as Y from 'yjs'
import { must } from '#lib/domain/must.ts'
import type { Role } from '#lib/domain/roles.ts'
import type { CommandResult } from '#lib/schema/wire.ts'
import type { Authenticator, Ended, Identity } from '#server/auth/authenticator.ts'
import { createWorkspaces, type Workspaces } from '#server/commands/workspaces.ts'
import type { BlobStore } from '#server/files/blobs.ts'
import type { Files } from '#server/files/files.ts'
import { openStorage } from '#server/storage/open.ts'
import type { DocumentStore, Storage } from '#server/storage/storage.ts'
import { createSync, type Sync } from '#server/sync/sync.ts'
import { filesBelow } from './files.ts'
import type { Keeping } from '#server/sync/versions.ts'

/** Storage whose documents a test can make slow or break. */
export class FaultyStorage {
  readonly storage: Storage
  /** While set, every append waits for it, and rejects when it gives false. */
  gate: (() => Promise<boolean>) | null = null
  down = false
  /** As after a crash: nothing that is asked for happens any more, and nobody is told. */
  dead = false
  appends = 0
  loads = 0
  readonly loadFails = new Set<string>()
  /** Documents that no transaction may hold. */
  readonly appendFails = new Set<string>()

  constructor(real: Storage) {
    const documents: DocumentStore = {
      append: async (updates) => {
        this.appends += 1
        if (this.gate && !(await this.gate())) throw new Error('the test broke the storage')
        await this.#answers()
        if (updates.some(({ name }) => this.appendFails.has(name))) {
          throw new Error('constraint failed')
        }
        await real.documents.append(updates)
      },
      load: async (workspace, name) => {
        this.loads += 1
        await this.#answers()
        if (this.loadFails.has(name)) throw new Error('the storage is down')
        return real.documents.load(workspace, name)
      },
      compact: async (...all) => {
        await this.#answers()
        await real.documents.compact(...all)
      },
      remove: async (...all) => {
        await this.#answers()
        await real.documents.remove(...all)
      },
    }
    const workspaces: Storage['workspaces'] = {
      create: (workspace) => real.workspaces.create(workspace),
      find: (id) => real.workspaces.find(id),
      rename: (id, name) => real.workspaces.rename(id, name),
      events: (...all) => real.workspaces.events(...all),
      history: (query) => real.workspaces.history(query),
      withRevisits: () => real.workspaces.withRevisits(),
      withRoundsDue: (now) => real.workspaces.withRoundsDue(now),
      versions: (...all) => real.workspaces.versions(...all),
      versionBytes: (...all) => real.workspaces.versionBytes(...all),
      isKept: (...all) => real.workspaces.isKept(...all),
      thinnable: () => real.workspaces.thinnable(),
      dropVersions: (...all) => real.workspaces.dropVersions(...all),
      load: async (id) => {
        await this.#answers()
        return real.workspaces.load(id)
      },
      findCommand: async (...all) => {
        await this.#answers()
        return real.workspaces.findCommand(...all)
      },
      commit: async (commit) => {
        await this.#answers()
        return real.workspaces.commit(commit)
      },
    }
    this.storage = {
      engine: real.engine,
      documents,
      workspaces,
      people: real.people,
      files: real.files,
      mail: real.mail,
      texts: real.texts,
      ping: () => real.ping(),
      close: () => real.close(),
    }
  }

  async #answers(): Promise<void> {
    if (this.dead) await new Promise(() => {})
    if (this.down) throw new Error('the storage is down')
  }
}

/** Stands for server/auth: cookies are `person=<user>;session=<id>`, tokens are the user's id behind `token-`. */
class TestAuthenticator implements Authenticator {
  readonly #storage: Storage
  readonly #listeners = new Set<(ended: Ended) => void>()
  readonly ended = new Set<string>()
  down = false

  constructor(storage: Storage) {
    this.#storage = storage
  }

  async byCookie(header: string | undefined): Promise<Identity | null> {
    if (this.down) throw new Error('the storage is down')
    const match = /^person=([^;]+); session=(.+)$/.exec(header ?? '')
    if (!match || this.ended.has(match[2]!)) return null
    const user = await this.#storage.people.findUser(match[1]!)
    return user && { user, session: { idHash: match[2]! }, token: null }
  }

  async byToken(token: string): Promise<Identity | null> {
    if (this.down) throw new Error('the storage is down')
    if (!token.startsWith('token-')) return null
    const user = await this.#storage.people.findUser(token.slice('token-'.length))
    return user && { user, session: null, token: { id: token } }
  }

  async actorIn(workspace: string, user: string) {
    const member = await this.#storage.people.findMember(workspace, user)
    return member && { id: member.user.id, name: member.user.name, roles: member.roles }
  }

  onEnded(listener: (ended: Ended) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async revokeToken(_user: string, token: string): Promise<void> {
    for (const listener of this.#listeners) listener({ token })
  }

  end(user: string, session: string | null, except?: string): void {
    if (session) this.ended.add(session)
    for (const listener of this.#listeners) {
      listener({ user, sessionIdHash: session, exceptSessionIdHash: except })
    }
  }
}

/** A sync server on a port of its own with a workspace `w1` and its owner `ana`. */
export interface TestServer {
  readonly url: string
  readonly port: number
  readonly faults: FaultyStorage
  readonly auth: TestAuthenticator
  readonly workspaces: Workspaces
  readonly files: Files
  readonly blobs: BlobStore
  readonly sync: Sync
  readonly dataDir: string
  /** How far the server's clock is ahead of this machine's, ms. */
  readonly clock: { ahead: number }
  addPerson(id: string, roles?: Role[]): Promise<void>
  capture(story: string, title?: string): Promise<void>
  /** Ends the server; with `keep` the data stays for the next one. */
  stop(options?: { keep?: boolean }): Promise<void>
  /** Ends the server as a power cut would: nothing under way reaches storage, nobody is told. The data stays. */
  crash(): Promise<void>
}

export const ORIGIN = 'http://sluice.test'

/** Starts a server. `on` continues where another one stopped. */
export async function startServer(
  on?: { dataDir: string; port?: number },
  log: Logger = pino({ level: 'silent' }),
  heartbeatMs?: number,
  keeping?: Keeping,
): Promise<TestServer> {
  const dataDir = on?.dataDir ?? (await mkdtemp(join(tmpdir(), 'sluice-sync-')))
  const faults = new FaultyStorage(await openStorage({ dataDir, databaseUrl: null }))
  const { storage } = faults
  const auth = new TestAuthenticator(storage)
  const clock = { ahead: 0 }
  const workspaces = createWorkspaces({ storage, now: () => Date.now() + clock.ahead, log })
  const { files, blobs } = await filesBelow(dataDir, storage.files)
  const sync = createSync({
    storage,
    files,
    workspaces,
    authenticator: auth,
    log,
    allowedOrigin: (origin) => origin === undefined || origin === ORIGIN,
    heartbeatMs,
    // Tests play editors newer than the real one.
    newestSchema: 7,
    keeping,
  })
  const http: Server = createServer((_req, res) => res.end())
  const upgraded = new Set<Duplex>()
  http.on('upgrade', (req, socket, head) => {
    upgraded.add(socket)
    socket.on('close', () => upgraded.delete(socket))
    sync.handleUpgrade(req, socket, head)
  })
  await new Promise<void>((resolve) => http.listen(on?.port ?? 0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  const server: TestServer = {
    url: `ws://127.0.0.1:${port}/sync/w1`,
    port,
    faults,
    auth,
    workspaces,
    files,
    blobs,
    sync,
    dataDir,
    clock,
    async addPerson(id, roles = ['member']) {
      await storage.people.createUser({
        id,
        email: `${id}@sluice.test`,
        name: id[0]!.toUpperCase() + id.slice(1),
        passwordHash: '-',
        colour: 3,
        createdAt: 1,
      })
      await storage.people.addMember({ workspace: 'w1', user: id, roles, joinedAt: 1 })
      await (await workspaces.open('w1'))?.refreshMembers()
    },
    async capture(story, title = `Story ${story}`) {
      const workspace = await workspaces.open('w1')
      const actor = await auth.actorIn('w1', 'ana')
      const command = { id: `capture-${story}`, type: 'captureStory', story, title }
      const result = await workspace!.run(actor!, command)
      if (!result.ok) throw new Error(result.message)
    },
    async stop({ keep = false } = {}) {
      await sync.close()
      await workspaces.close()
      await storage.close()
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
      if (!keep) await rm(dataDir, { recursive: true, force: true })
    },
    async crash() {
      faults.dead = true
      for (const socket of upgraded) socket.destroy()
      // Only so that no timer of the dead server outlives the test: it has nobody left to tell and nothing to store to.
      void sync.close()
      await storage.close()
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
  if (!on) {
    await storage.workspaces.create({ id: 'w1', name: 'Test', keyPrefix: 'ST', at: 1 })
    await server.addPerson('ana', ['owner'])
  }
  return server
}

/** Someone in a browser: one socket of the stock provider, with a cookie. */
export class Browser {
  readonly socket: HocuspocusProviderWebsocket
  readonly closes: { code: number; reason: string }[] = []
  readonly providers: HocuspocusProvider[] = []
  readonly session: string

  constructor(server: { url: string }, person: string, session = `${person}-1`) {
    this.session = session
    const headers = person ? { cookie: `person=${person}; session=${session}`, origin: ORIGIN } : {}
    this.socket = new HocuspocusProviderWebsocket({
      url: server.url,
      delay: 20,
      minDelay: 20,
      maxDelay: 100,
      WebSocketPolyfill: class extends WebSocket {
        constructor(url: string) {
          super(url, { headers })
          // Left before it was open: ws says so with an error nobody waits for.
          this.on('error', () => {})
        }
      },
      onClose: ({ event }) => this.closes.push({ code: event.code, reason: event.reason }),
    })
  }

  /** Opens a document with the stock provider. */
  open(
    name: string,
    options: { doc?: Y.Doc; token?: string; sessionAwareness?: boolean } = {},
  ): Opened {
    const opened = new Opened(this.socket, name, options)
    this.providers.push(opened.provider)
    return opened
  }

  leave(): void {
    for (const provider of this.providers) provider.destroy()
    this.socket.destroy()
  }
}

/** What the server says on a list or about an edit, as far as tests look at it. */
export interface Told {
  readonly snapshot?: { seq: number; items: { id: string; title: string }[]; info: unknown }
  readonly changes?: { seq: number; set: Record<string, unknown>; gone: string[]; info?: unknown }[]
  readonly result?: CommandResult
  readonly refusedEdit?: { code: string; message: string }
}

/** A document in a browser. */
export class Opened {
  readonly doc: Y.Doc
  readonly provider: HocuspocusProvider
  readonly denials: string[] = []
  readonly messages: Told[] = []
  #commands = 0

  constructor(
    websocketProvider: HocuspocusProviderWebsocket,
    name: string,
    { doc = new Y.Doc(), token = '', sessionAwareness = false },
  ) {
    this.doc = doc
    this.provider = new HocuspocusProvider({
      websocketProvider,
      name,
      document: doc,
      token,
      sessionAwareness,
      onAuthenticationFailed: ({ reason }) => this.denials.push(reason),
      onStateless: ({ payload }) => this.messages.push(JSON.parse(payload)),
    })
    this.provider.attach()
  }

  get text(): Y.Text {
    return this.doc.getText('body')
  }

  get saved(): boolean {
    return this.provider.isSynced && this.provider.unsyncedChanges === 0
  }

  synced(): Promise<void> {
    return until(() => this.saved, 'synced')
  }

  /** Sends a command and gives its result. */
  async command(command: Record<string, unknown>): Promise<CommandResult> {
    const id = (command.id as string | undefined) ?? `${this.doc.clientID}-${(this.#commands += 1)}`
    this.provider.sendStateless(JSON.stringify({ command: { id, ...command } }))
    const answer = () => this.messages.find(({ result }) => result?.id === id)?.result
    await until(() => answer() !== undefined, `answer to ${id}`)
    return must(answer(), `answer to ${id}`)
  }
}

/** Waits until a condition holds. Fails with its name after twenty seconds. */
export async function until(
  condition: () => boolean,
  what = 'the condition',
  ms = 20_000,
): Promise<void> {
  const end = performance.now() + ms
  while (!condition()) {
    if (performance.now() > end) throw new Error(`Waited in vain for: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
