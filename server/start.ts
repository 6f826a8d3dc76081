import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import { type AdminDoor, openAdminDoor } from './admin/door.ts'
import type { Change } from './admin/request.ts'
import { createVerbs, type Verbs } from './admin/verbs.ts'
import { createApi } from './api/app.ts'
import { createDoorway } from './api/doorway.ts'
import { createHttpServer } from './api/http.ts'
import { listen } from './api/listen.ts'
import { createMetrics } from './api/metrics.ts'
import { createOperations } from './api/operations.ts'
import type { Pages } from './api/pages.ts'
import { isOwnOrigin, readVisit } from './api/visit.ts'
import { createAuthenticator } from './auth/authenticator.ts'
import { createLimits } from './auth/limits.ts'
import { createSessions } from './auth/sessions.ts'
import { createSetup } from './auth/setup.ts'
import { createWorkspaces } from './commands/workspaces.ts'
import type { Env } from './env.ts'
import { createFiles } from './files/files.ts'
import { blobsFor, inboxIn } from './files/open.ts'
import { openInbox } from './files/receive.ts'
import { sweepFiles } from './files/sweep.ts'
import { startReminders } from './events/reminders.ts'
import { thinAll } from './history/thinning.ts'
import { startMailer } from './mail/mailer.ts'
import { createUnsubscribe } from './mail/unsubscribe.ts'
import { addSamples } from './samples/addSamples.ts'
import { openStorage } from './storage/open.ts'
import { createSync } from './sync/sync.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
/** How often expired sessions and versions that have had their time are deleted, in ms. */
const SWEEP_MS = 60 * 60 * 1000
/** How often files that nothing shows are looked for, in ms. */
const FILE_SWEEP_MS = 6 * 60 * 60 * 1000
/** How long `stop` waits for requests under way, and for the last edits to be stored, in ms each. */
const PATIENCE_MS = 2000

export interface StartOptions {
  readonly log: Logger
  /** Development: pages are compiled when asked for. */
  readonly dev?: boolean
  /** False: no pages and no Next, for tests of everything else. */
  readonly withPages?: boolean
  /** Milliseconds since the epoch. */
  readonly now?: () => number
  /** How long to wait for a database that is down, in ms. */
  readonly databasePatience?: number
}

/** A server that serves. */
export interface RunningServer {
  /** The address to open on this machine. */
  readonly url: string
  readonly port: number
  /** What a first visit from elsewhere must know; null when there is an owner already. */
  readonly setupCode: string | null
  /** Stops serving, sends sockets away, and closes storage when all is stored. */
  stop(): Promise<void>
}

/**
 * Starts a server: the only place where its parts are put together. Rejects with `CannotOpenStorage` or
 * `CannotStart`, whose messages are for whoever started it, and leaves nothing open then.
 */
export async function startServer(env: Env, options: StartOptions): Promise<RunningServer> {
  const { log, now = Date.now, dev = false } = options
  const storage = await openStorage({
    dataDir: env.dataDir,
    databaseUrl: env.databaseUrl,
    log: (line) => log.warn(line),
    ...(options.databasePatience === undefined ? {} : { patience: options.databasePatience }),
  })
  const undo: (() => unknown)[] = [() => storage.close()]
  try {
    const workspaces = createWorkspaces({ storage, now, log })
    undo.push(() => workspaces.close())
    const sessions = createSessions(storage.people, env.publicUrl?.startsWith('https:') ?? false)
    const authenticator = createAuthenticator(storage, sessions)
    const limits = createLimits()
    const setup = createSetup({
      storage,
      limits,
      now,
      addSamples: (workspace, user) =>
        addSamples({ storage, workspace, user, now: now() }).catch((error: unknown) => {
          log.error({ err: error }, 'The sample stories could not be added')
        }),
    })
    const blobs = blobsFor(env)
    const files = createFiles({
      store: storage.files,
      blobs,
      inbox: await openInbox(inboxIn(env)),
      limits: env.fileLimits,
      now,
    })
    const sync = createSync({
      storage,
      files,
      workspaces,
      authenticator,
      log,
      allowedOrigin: (origin, req) => origin !== undefined && isOwnOrigin(origin, req, env),
    })
    undo.push(() => sync.close())
    const metrics = createMetrics()
    metrics.watchFiles(() => storage.files.totals(null))
    metrics.watchSockets(() => sync.connections())
    // Opened once the port is known to be free; by then visits may be waiting for them.
    const pages = Promise.withResolvers<Pages | null>()
    pages.promise.catch(() => undefined)

    let notServing: string | null = 'Sluice is starting.'
    const visitOf = (req: IncomingMessage) => readVisit(req, env)
    const http = {
      api: createApi({
        env,
        storage,
        workspaces,
        authenticator,
        sessions,
        setup,
        limits,
        files,
        blobs,
        now,
        log,
      }),
      unsubscribe: createUnsubscribe({ storage, log }),
      operations: createOperations({ storage, metrics, env, notServing: () => notServing }),
      doorway: createDoorway({ storage, setup, authenticator }),
      metrics,
      sync,
      pages: pages.promise,
      visitOf,
      log,
    }
    const verbs = createVerbs({
      storage,
      blobs,
      workspaces,
      now,
      newId: randomUUID,
      async changed({ membersOf, logOf, sessionsOf }: Change) {
        if (logOf !== undefined) await (await workspaces.open(logOf))?.catchUp()
        if (membersOf !== undefined) await (await workspaces.open(membersOf))?.refreshMembers()
        if (sessionsOf !== undefined) await sessions.endAll(sessionsOf)
      },
    })
    const door = await doorFor(env, verbs, log)
    undo.push(() => door?.close())
    const { servers, port } = await listen(() => createHttpServer(http), env.host, env.port)
    undo.push(() => servers.map((server) => server.close()))
    const opened = await pagesFor({ ...env, port }, options.withPages ?? true, dev)
    pages.resolve(opened)
    notServing = null

    const reminders = startReminders({ storage, workspaces, now, log })
    undo.push(() => reminders.stop())
    void reminders.look()
    const mailer = env.mail && startMailer({ storage, workspaces, settings: env.mail, now, log })
    undo.push(() => mailer?.stop())
    const sweep = async () => {
      await sessions.sweep().catch((error: unknown) => {
        log.warn({ err: error }, 'Expired sessions could not be deleted')
      })
      await thinAll(storage, now()).catch((error: unknown) => {
        log.warn({ err: error }, 'Versions that have had their time could not be deleted')
      })
    }
    await sweep()
    const sweepUnused = () =>
      sweepFiles({ storage, workspaces, files, blobs, now }).catch((error: unknown) => {
        log.warn({ err: error }, 'Files that nothing shows could not be collected')
      })
    const sweeping = [setInterval(sweep, SWEEP_MS), setInterval(sweepUnused, FILE_SWEEP_MS)]

    const stop = async () => {
      notServing = 'Sluice is stopping.'
      for (const timer of sweeping) clearInterval(timer)
      reminders.stop()
      await Promise.race([mailer?.stop(), delay(PATIENCE_MS)])
      const closed = servers.map((server) => new Promise((resolve) => server.close(resolve)))
      for (const server of servers) server.closeIdleConnections()
      await Promise.race([sync.close(), delay(PATIENCE_MS)])
      await Promise.race([Promise.all(closed), delay(PATIENCE_MS)])
      for (const server of servers) server.closeAllConnections()
      await door?.close()
      await workspaces.close()
      await opened?.close()
      await storage.close()
    }
    return {
      url: `http://${hostOf(env.host)}:${port}`,
      port,
      setupCode: (await setup.needed()) ? setup.code : null,
      stop,
    }
  } catch (error) {
    for (const step of undo.toReversed()) await step()
    throw error
  }
}

/** Serving people matters more than administration from the shell: without its door the server runs all the same. */
async function doorFor(env: Env, verbs: Verbs, log: Logger): Promise<AdminDoor | null> {
  try {
    return await openAdminDoor({ dataDir: env.dataDir, verbs })
  } catch (error) {
    log.warn(
      { err: error },
      'The shell cannot administer this server: its socket could not be made',
    )
    return null
  }
}

async function pagesFor(env: Env, wanted: boolean, dev: boolean): Promise<Pages | null> {
  if (!wanted) return null
  // Next is half a second to load: not for those who do not use it.
  const { openPages } = await import('./api/pages.ts')
  return openPages({ dev, dir: ROOT, hostname: hostOf(env.host), port: env.port })
}

/** The name to reach this machine by, from itself, when it listens on `host`. */
function hostOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
