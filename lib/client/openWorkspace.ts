import { areaList, inboxList, teamList } from '../domain/lists.ts'
import { isOpenToAll } from '../domain/visibility.ts'
import type { Me, SyncState, WorkspaceClient } from './client.ts'
import { Connection, type Identity } from './connection.ts'
import { browserEnvironment, type Environment } from './environment.ts'
import { Following } from './following.ts'
import { type Judged, judgementOf, readinessIn, factsIn } from './judgement.ts'
import { databaseName, LocalStore } from './localStore.ts'
import { prefetchLater } from './prefetchLater.ts'
import { PresenceList } from './presence.ts'
import { joined, Value } from './readable.ts'
import { WritingRights } from './rights.ts'
import { Sender } from './sender.ts'
import { LiveDoor } from './sessions/door.ts'
import { Stories } from './stories.ts'
import { syncState } from './syncState.ts'
import { Tabs } from './tabs.ts'
import { untilLoaded } from './untilLoaded.ts'
import { forgetFiles } from './uploads/seenFiles.ts'
import { Workspace } from './workspace.ts'
import { WorkspaceStore } from './workspaceStore.ts'

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
  let isClosed = false

  const workspace: Workspace = new Workspace({
    workspaceId,
    me,
    environment,
    tabs,
    store: () => workspaceStore,
    facts: (story, when) => stories.facts(story, when),
    look: () => sender.look(),
    hidden: (hidden) => {
      void stories.forget(hidden)
      void forgetFiles(workspaceId, hidden)
    },
    filed: (filed) => {
      // Whoever looks at one goes on looking at it.
      if (filed.some((story) => stories.isViewed(story))) workspace.bringFiled()
    },
  })
  const workspaceStore: WorkspaceStore = new WorkspaceStore({
    store,
    whole: () => workspace.whole(),
    ordered: (id, order) => workspace.ordered(id, order),
  })
  const listsLoaded = workspace.load()
  const rights = new WritingRights()
  const yjs = untilLoaded(environment.loadYjs, () => isClosed).then((parts) => {
    connection.begin(parts)
    presence.begin(parts.newPlace)
    return parts
  })
  const stories: Stories = new Stories({
    yjs,
    ready: listsLoaded,
    me,
    tab,
    schemaVersion,
    store,
    connection,
    tabs,
    moved: () => {
      sender.look()
      live.asks?.look()
      showSync()
    },
    standing: (id) => {
      const view = workspace.view.get()
      const story = view.phase === 'ready' ? view.stories.get(id) : undefined
      const isUpToDate = connection.link.get() === 'online' && workspace.isCurrent
      const mayBeFiled = view.phase === 'ready' && view.filed.size > 0 && !workspace.isInTrash(id)
      return {
        isCapturePending: workspace.isCapturePending(id),
        refusedCapture: workspace.refusedCapture(id),
        isListed: story
          ? 'yes'
          : view.phase === 'ready' && isUpToDate && !mayBeFiled
            ? 'no'
            : 'unknown',
        writing: story ? rights.refusal(story, workspace.world) : null,
      }
    },
  })
  const sender: Sender = new Sender({
    outbox: workspace.outbox,
    locks: environment.locks,
    lockName: `${name}:send`,
    now: environment.now,
    transmit: (command) => following.transmit(command),
    isProseOnItsWay: (story) => stories.isProseOnItsWay(story),
  })
  const prefetch = prefetchLater({
    environment,
    lockName: `${name}:prefetch`,
    store,
    area: workspace.view,
    link: connection.link,
    ...(options.prefetchLimit !== undefined && { limit: options.prefetchLimit }),
    isCapturePending: (story) => workspace.isCapturePending(story),
    fetch: (story, signal) => stories.fetch(story, signal),
  })
  const presence = new PresenceList(me, (id) => {
    const view = workspace.view.get()
    const story = view.phase === 'ready' ? view.stories.get(id) : undefined
    if (!story) return null
    if (story.team === null || isOpenToAll(story, workspace.world.settings)) return 'area'
    return teamList(story.team)
  })
  const live: LiveDoor = new LiveDoor({
    link: connection.link,
    store,
    now: environment.now,
    newId: environment.newId,
    transmit: (command) => following.transmit(command),
    isProseOnItsWay: (story) => stories.isProseOnItsWay(story),
  })
  const ownInbox = new Value<readonly string[]>([inboxList(me.id)])
  const following = new Following({
    connection,
    area: areaList(workspaceId),
    presence,
    followed: joined(
      joined(joined(workspace.followed, workspace.followedTalks), ownInbox),
      live.followed,
    ),
    enter: (list) => {
      const session = live.get(list)
      return session ? session.entered(presence.apart()) : presence.enter(list)
    },
    seqOf: (list) => {
      const session = live.get(list)
      return session ? session.seq : workspace.seqOf(list)
    },
    received: (list, message) => {
      const session = live.get(list)
      if (session) return session.received(message)
      workspace.receive(list, message)
      if (list === areaList(workspaceId)) upToDate()
    },
    answered: (result, time) => {
      if (!live.asks?.answered(result, time)) workspace.answers.take(result)
    },
    denied: (list) => {
      const session = live.get(list)
      if (session) session.denied()
      else workspace.deny(list)
    },
    lost: (list) => {
      const session = live.get(list)
      if (session) session.lost()
      else workspace.lost(list)
    },
  })
  const judged: Judged = {
    area: workspace.view,
    judge: (command) => workspace.judge(command),
    facts: (story) => stories.facts(story, 'soon'),
    onFacts: (story, listener) => stories.onFacts(story, listener),
  }
  let files = { count: 0, areKept: true }
  const closing: (() => Promise<void>)[] = []

  function upToDate(): void {
    if (connection.link.get() === 'online') return
    connection.upToDate()
    sender.connected()
    live.asks?.look()
    void stories.sweep()
  }

  function unsavedCount(): number {
    return workspace.unsettled.get() + stories.unsaved.get().size + files.count
  }

  function showSync(): void {
    if (!isLoaded) return
    const next = syncState({
      link: connection.link.get(),
      verdict: connection.verdict.get(),
      keeping: store.keeping.get(),
      count: unsavedCount(),
      isStuck: stories.stuck.get().size > 0,
      isTooOld: stories.isTooOld,
    })
    const last = sync.get()
    if (next.kind === last.kind && countOf(next) === countOf(last)) return
    sync.set(next)
  }

  const stops = [
    connection.link.subscribe(() => {
      if (connection.link.get() !== 'online') {
        sender.disconnected()
        live.disconnected()
        for (const list of workspace.followed.get()) workspace.lost(list)
        for (const list of workspace.followedTalks.get()) workspace.lost(list)
        workspace.lost(inboxList(me.id))
      }
      showSync()
    }),
    connection.verdict.subscribe(showSync),
    store.keeping.subscribe(showSync),
    workspace.unsettled.subscribe(() => {
      stories.look()
      showSync()
    }),
    workspace.answers.refused.subscribe(() => stories.look()),
    stories.unsaved.subscribe(showSync),
    stories.stuck.subscribe(showSync),
    workspace.view.subscribe(() => {
      stories.look()
      presence.look()
    }),
    environment.onWake(() => presence.comeBack()),
    environment.onLeave(() => tabs.tell({ kind: 'leaving', tab })),
  ]

  // The subscription says from where to go on, so the local store is read before the socket opens.
  const loaded = Promise.all([listsLoaded, stories.sweep()]).then(() => {
    if (isClosed) return
    isLoaded = true
    showSync()
  })
  void Promise.all([yjs, loaded]).then(() => {
    if (isClosed) return
    following.begin()
    connection.open()
  })

  return {
    workspaceId,
    me,
    area: workspace.view,
    inbox: workspace.inbox,
    sync,
    refused: workspace.answers.refused,
    stuck: stories.stuck,
    versions: stories.versions,
    presence: presence.others,
    send: (command) => workspace.send(command),
    sendAll: (commands) => workspace.sendAll(commands),
    judge: (command) => workspace.judge(command),
    judgement: (command) => judgementOf(judged, command),
    readiness: (story) => readinessIn(judged, story),
    facts: (story) => factsIn(judged, story),
    talk: (story) => workspace.talk(story),
    bringFiled: () => workspace.bringFiled(),
    dismissRefusal: (id) => workspace.answers.dismiss(id),
    live,
    openStory: (id) => stories.open(id),
    setWhereabouts: (where) => presence.setWhereabouts(where),
    setIdle: (idle) => presence.setIdle(idle),
    discardStory: (id) => stories.discard(id),
    unsavedCount,
    hasUnkept: () =>
      store.keeping.get() !== 'wiped' &&
      (workspaceStore.hasUnkept || stories.hasUnkept || !files.areKept),
    countFiles(count, areKept) {
      files = { count, areKept }
      showSync()
    },
    onClose: (listener) => void closing.push(listener),
    close: async () => {
      if (isClosed) return
      isClosed = true
      for (const stop of stops) stop()
      await Promise.all(closing.map((listener) => listener()))
      tabs.tell({ kind: 'leaving', tab })
      await loaded
      sender.close()
      live.asks?.close()
      workspace.close()
      following.close()
      await prefetch.close()
      await stories.close()
      connection.close()
      presence.close()
      await workspaceStore.close()
      tabs.close()
      await store.close()
    },
  }
}

function countOf(state: SyncState): number {
  return state.kind === 'saved' ? 0 : state.count
}
