'use client'

import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Account } from '#lib/client/account.ts'
import type {
  AreaView,
  Backlog,
  InboxView,
  Me,
  Presence,
  Readable,
  RefusedCommand,
  StoryHandle,
  StoryState,
  SyncState,
  WorkspaceClient,
} from '#lib/client/client.ts'
import type { NewCommand } from '#lib/domain/command.ts'
import type { Readiness } from '#lib/domain/readiness.ts'
import type { Refusal } from '#lib/domain/refusal.ts'
import type { SessionHead } from '#lib/domain/sessions/items.ts'
import type { Settings } from '#lib/domain/settings.ts'
import { useSession } from './context.ts'

/** The workspace as this device knows it. Only inside `WorkspaceProvider`. */
export function useWorkspaceClient(): WorkspaceClient {
  return useSession().client
}

/** Who is signed in, with the person's workspaces (for switching). */
export function useAccount(): Account {
  return useSession().account
}

/** The signed-in person in this workspace. */
export function useMe(): Me {
  return useSession().client.me
}

/** The refinement area with this device's pending changes. `phase: 'loading'` is not "empty": show nothing of it (I6). */
export function useArea(): AreaView {
  return useReadable(useSession().client.area)
}

/**
 * One fact of the refinement area; renders again only when that changes, not at every change of the board. `pick` must
 * give a stable value: a part of the view, a string, a number.
 */
export function useAreaFact<R>(pick: (area: AreaView) => R): R {
  const { area } = useSession().client
  const read = () => pick(area.get())
  return useSyncExternalStore(area.subscribe, read, read)
}

/**
 * Says that something is looked for which is not here: closed stories that were filed (CL5) are brought, if any may be
 * among them. Does nothing while `isMissing` is false.
 */
export function useFiledToo(isMissing: boolean): void {
  const { client } = useSession()
  const elsewhere = useAreaFact((area) => (area.phase === 'ready' ? area.filed.size : 0))
  useEffect(() => {
    if (isMissing && elsewhere > 0) client.bringFiled()
  }, [client, isMissing, elsewhere])
}

/** A team's backlog; null when there is no such team for this person, or nothing is known yet. */
export function useBacklog(teamId: string): Backlog | null {
  return useAreaFact((area) => (area.phase === 'ready' && area.backlogs.get(teamId)) || null)
}

/** What the workspace has decided about itself, pending changes included; null while nothing is known yet. */
export function useSettings(): Settings | null {
  return useAreaFact((area) => (area.phase === 'ready' ? area.settings : null))
}

/**
 * Says before trying why a command would be refused, with who could do it instead; null when it would be accepted, or
 * for no command. Renders again only when the answer changes; an equal command is the same one.
 */
export function useCan(command: NewCommand | null): Refusal | null {
  const { client } = useSession()
  const text = command && JSON.stringify(command)
  const judgement = useMemo(
    () => (text === null ? null : client.judgement(JSON.parse(text) as NewCommand)),
    [client, text],
  )
  return useSyncExternalStore(
    judgement?.subscribe ?? nothing,
    judgement?.get ?? noRefusal,
    judgement?.get ?? noRefusal,
  )
}

/**
 * A story's readiness: what its document says as it is here while it is open, else what its card says. Null: there is
 * no such story for this person, or nothing is known yet.
 */
export function useReadiness(storyId: string): Readiness | null {
  const { client } = useSession()
  return useReadable(useMemo(() => client.readiness(storyId), [client, storyId]))
}

/** The meetings and planning sessions this person may see, as the server last told them; none while nothing is known. */
export function useSessions(): readonly SessionHead[] {
  return useAreaFact((area) => (area.phase === 'ready' ? area.sessions : NO_SESSIONS))
}

const NO_SESSIONS: readonly SessionHead[] = []

/** What concerns this person, by story. `phase: 'loading'` is not "empty" (I6). */
export function useInbox(): InboxView {
  return useReadable(useSession().client.inbox)
}

/** How many stories have something new in the inbox; 0 while nothing is known. */
export function useInboxCount(): number {
  const { inbox } = useSession().client
  const read = () => {
    const view = inbox.get()
    return view.phase === 'ready' ? view.unread : 0
  }
  return useSyncExternalStore(inbox.subscribe, read, read)
}

/** How far what was typed and done here has got (UX12). */
export function useSync(): SyncState {
  return useReadable(useSession().client.sync)
}

/** Commands the server refused and the person has not dismissed, oldest first (UX13). */
export function useRefused(): readonly RefusedCommand[] {
  return useReadable(useSession().client.refused)
}

/** Ids of the stories with text on this device that the server will not take. */
export function useStuck(): ReadonlySet<string> {
  return useReadable(useSession().client.stuck)
}

/** The other people (one entry a tab) in the workspace now, and where they are. A person's own other tabs are left out. */
export function usePresence(): readonly Presence[] {
  const { client } = useSession()
  const presence = useReadable(client.presence)
  return useMemo(() => presence.filter(({ user }) => user.id !== client.me.id), [presence, client])
}

const LOADING: StoryState = { phase: 'loading' }

/**
 * Opens a story's prose for as long as the view is mounted; null opens nothing. Mount the editor only in
 * `phase: 'ready'` (I6), and make its key the `doc`'s guid.
 */
export function useStory(storyId: string | null): StoryState {
  const { client } = useSession()
  const [opened, setOpened] = useState<{ id: string; handle: StoryHandle } | null>(null)
  useEffect(() => {
    if (storyId === null) return
    const handle = client.openStory(storyId)
    setOpened({ id: storyId, handle })
    return () => {
      setOpened(null)
      handle.release()
    }
  }, [client, storyId])
  // Between the change of `storyId` and the effect the previous story's handle is still here: it is not this story.
  const state = opened && opened.id === storyId ? opened.handle.state : null
  return useSyncExternalStore(state?.subscribe ?? nothing, state?.get ?? loading, loading)
}

function loading(): StoryState {
  return LOADING
}

const nothing = () => () => {}

function noRefusal(): null {
  return null
}

/** Reads a value of `lib/client` and renders again when it changes. */
export function useReadable<T>(readable: Readable<T>): T {
  return useSyncExternalStore(readable.subscribe, readable.get, readable.get)
}
