import { areaList } from '../domain/lists.ts'
import { DENIALS } from '../schema/syncToken.ts'
import type { ServerMessage } from '../schema/wire.ts'
import { Area } from './area.ts'
import { AreaStore } from './areaStore.ts'
import type { Me, SyncState, WorkspaceClient } from './client.ts'
import { Connection, type Identity } from './connection.ts'
import { browserEnvironment, type Environment } from './environment.ts'
import { databaseName, LocalStore } from './localStore.ts'
import { Prefetch, PREFETCH_LIMIT } from './prefetch.ts'
import { PresenceList } from './presence.ts'
import { Value } from './readable.ts'
import { Sender } from './sender.ts'
import { Stories } from './stories.ts'
import { syncState } from './syncState.ts'
import { Tabs } from './tabs.ts'

export interface WorkspaceOptions {
  readonly workspaceId: string
  readonly me: Me
  /** The version of this page's editor (lib/doc/schema.ts). */
  readonly schemaVersion: number
  /** Where the socket is; by default `/sync/<workspaceId>` of the page's own server. */
  readonly url?: string
  /** An API token, where there is no session cookie. */
  readonly token?: string
  /** Asks whose session the browser has now, once a connection. Without it the connection speaks for `me`. */
  readonly identify?: () => Promise<Identity>
  readonly environment?: Partial<Environment>
  /** So many stories never opened here are brought to this device while the page is idle. */
  readonly prefetchLimit?: number
}

/**
 * Opens a workspace on this device. Gives at once; the local store, then the server, fill it. Nothing in it throws
 * because the network, the server or the browser's storage fails.
 */
export function openWorkspace(options: WorkspaceOptions): WorkspaceClient {
  const { workspaceId, me, schemaVersion } = options
  const environment: Environment = { ...browserEnvironment(), ...options.environment }
  const name = databaseName(me.id, workspaceId)
  const tab = environment.newId()
  const store = new LocalStore(environment.indexedDB, name)
  const tabs = new Tabs(environment, name)
  const connection = new Connection(environment, {
    url: options.url ?? `${environment.origin}/sync/${workspaceId}`,
    schemaVersion,
    token: options.token ?? null,
    identify: options.identify ?? null,
  })
  // Until the local store has been read, nobody knows whether something waits in it.
  const sync = new Value<SyncState>({ kind: 'saving', count: 0 })
  let isLoaded = false

  const area: Area = new Area({
    me,
    environment,
    tabs,
    store: () => areaStore,
    look: () => sender.look(),
    upToDate: () => {
      if (connection.link.get() === 'online') return
      connection.upToDate()
      sender.connected()
      void stories.sweep()
    },
  })
  const areaStore: AreaStore = new AreaStore({
    store,
    name: areaList(workspaceId),
    whole: () => area.whole(),
    ordered: (id, order) => area.ordered(id, order),
  })
  const areaLoaded = area.load()
  const stories: Stories = new Stories({
    ready: areaLoaded,
    me,
    tab,
    schemaVersion,
    store,
    connection,
    tabs,
    moved: () => {
      sender.look()
      showSync()
    },
    standing: (story) => {
      const view = area.view.get()
      const isUpToDate = view.phase === 'ready' && connection.link.get() === 'online'
      return {
        isCapturePending: area.isCapturePending(story),
        refusedCapture: area.refusedCapture(story),
        inArea:
          view.phase === 'ready' && view.stories.has(story) ? 'yes' : isUpToDate ? 'no' : 'unknown',
      }
    },
  })
  const sender: Sender = new Sender({
    outbox: area.outbox,
    locks: environment.locks,
    lockName: `${name}:send`,
    now: environment.now,
    transmit: (command) => areaProvider?.sendStateless(JSON.stringify({ command })),
    isProseOnItsWay: (story) => stories.isProseOnItsWay(story),
  })
  const prefetch = new Prefetch({
    environment,
    lockName: `${name}:prefetch`,
    store,
    area: area.view,
    link: connection.link,
    limit: options.prefetchLimit ?? PREFETCH_LIMIT,
    isCapturePending: (story) => area.isCapturePending(story),
    fetch: (story, signal) => stories.fetch(story, signal),
  })
  const presence = new PresenceList(me)
  let areaProvider: ReturnType<Connection['attach']> | null = null
  let isClosed = false

  function showSync(): void {
    if (!isLoaded) return
    const next = syncState({
      link: connection.link.get(),
      verdict: connection.verdict.get(),
      keeping: store.keeping.get(),
      count: area.unsettled.get() + stories.unsaved.get().size,
      isStuck: stories.stuck.get().size > 0,
      isTooOld: stories.isTooOld,
    })
    const last = sync.get()
    if (next.kind === last.kind && countOf(next) === countOf(last)) return
    sync.set(next)
  }

  function attachArea(): void {
    areaProvider = connection.attach(areaList(workspaceId), presence.doc, presence.awareness, {
      edits: () => 0,
      saved: () => {},
      refused: () => {},
      sent: () => {},
      synced: () => {},
      // Commands sent now would reach nobody: they wait until the list is followed again.
      closed: () => connection.outOfDate(),
      admitted: () =>
        areaProvider?.sendStateless(JSON.stringify({ subscribe: { since: area.seq } })),
      denied: (denial) => {
        if (denial === DENIALS.notFound) area.wipe()
        connection.judged(denial === DENIALS.notFound ? 'access-changed' : 'reload-needed', () =>
          areaProvider?.openAgain(),
        )
      },
      received: (text) => {
        const message = readMessage(text)
        if (message) area.receive(message)
      },
    })
  }

  const stops = [
    connection.link.subscribe(() => {
      if (connection.link.get() !== 'online') sender.disconnected()
      showSync()
    }),
    connection.verdict.subscribe(showSync),
    store.keeping.subscribe(showSync),
    area.unsettled.subscribe(() => {
      stories.look()
      showSync()
    }),
    area.refused.subscribe(() => stories.look()),
    stories.unsaved.subscribe(showSync),
    stories.stuck.subscribe(showSync),
    area.view.subscribe(() => stories.look()),
    environment.onWake(() => presence.comeBack()),
    environment.onLeave(() => tabs.tell({ kind: 'leaving', tab })),
  ]

  // The subscription says from where to go on, so the local store is read before the socket opens.
  const loaded = Promise.all([areaLoaded, stories.sweep()]).then(() => {
    if (isClosed) return
    isLoaded = true
    showSync()
    attachArea()
    connection.open()
  })

  return {
    workspaceId,
    me,
    area: area.view,
    sync,
    refused: area.refused,
    stuck: stories.stuck,
    presence: presence.others,
    send: (command) => area.send(command),
    sendAll: (commands) => area.sendAll(commands),
    dismissRefusal: (id) => area.dismissRefusal(id),
    openStory: (id) => stories.open(id),
    setWhereabouts: (where) => presence.setWhereabouts(where),
    discardStory: (id) => stories.discard(id),
    unsavedCount: () => area.unsettled.get() + stories.unsaved.get().size,
    hasUnkept: () => store.keeping.get() !== 'wiped' && (areaStore.hasUnkept || stories.hasUnkept),
    close: async () => {
      if (isClosed) return
      isClosed = true
      for (const stop of stops) stop()
      tabs.tell({ kind: 'leaving', tab })
      await loaded
      sender.close()
      area.close()
      areaProvider?.destroy()
      await prefetch.close()
      await stories.close()
      connection.close()
      presence.close()
      await areaStore.close()
      tabs.close()
      await store.close()
    },
  }
}

function countOf(state: SyncState): number {
  return state.kind === 'saved' ? 0 : state.count
}

/** A message this page does not understand comes from a newer server: it is left alone. */
function readMessage(text: string): ServerMessage | null {
  try {
    const message: unknown = JSON.parse(text)
    if (typeof message !== 'object' || message === null) return null
    if ('snapshot' in message || 'changes' in message || 'result' in message)
      return message as ServerMessage
    return null
  } catch {
    return null
  }
}
