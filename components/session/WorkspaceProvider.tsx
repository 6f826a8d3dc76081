'use client'

import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import {
  type AccountHandle,
  type AccountState,
  openAccount,
  rememberWorkspace,
} from '#lib/client/account.ts'
import type { Me, WorkspaceClient } from '#lib/client/client.ts'
import { openWorkspace } from '#lib/client/openWorkspace.ts'
import { SCHEMA_VERSION } from '#lib/doc/schemaVersion.ts'
import { onCleared } from './cleared.ts'
import { SessionContext } from './context.ts'
import { askForPersistence, guardLeaving } from './leaving.ts'
import { resumeUploads } from './resumeUploads.ts'
import { registerServiceWorker } from './serviceWorker.ts'

export interface WorkspaceProviderProps {
  readonly workspaceId: string
  readonly children: ReactNode
  /** Shown until the person is known (from this device, or from the server on the first visit). */
  readonly loading?: ReactNode
  /** Shown when the server says that this person has no such workspace. */
  readonly absent?: ReactNode
  /** Called when nobody is signed in and nobody ever was on this device. Goes to the sign-in page by default. */
  readonly onSignedOut?: () => void
}

/** Opens a workspace for everything below it. Children render once the person is known, offline too. */
export function WorkspaceProvider({
  workspaceId,
  children,
  loading = null,
  absent = null,
  onSignedOut = goToSignIn,
}: WorkspaceProviderProps) {
  const account = useAccountHandle()
  const state = useAccountState(account)
  const client = useClient(workspaceId, account, state)
  const isSignedOut = state.phase === 'signed-out'

  useEffect(() => {
    if (isSignedOut) onSignedOut()
  }, [isSignedOut, onSignedOut])
  useEffect(() => {
    void registerServiceWorker()
    askForPersistence()
  }, [])
  useEffect(() => {
    if (!client) return
    void rememberWorkspace(workspaceId)
    // What this page shows and does would be kept nowhere: it begins anew.
    const begin = () => location.reload()
    const stops = [guardLeaving(client), resumeUploads(client), onCleared(begin)]
    return () => stops.forEach((stop) => stop())
  }, [client, workspaceId])

  const known = state.phase === 'known' ? state : null
  const isMember = known?.account.workspaces.some(({ id }) => id === workspaceId) ?? false
  if (known?.standing === 'confirmed' && !isMember) return absent
  if (!known || !client) return loading
  return <SessionContext value={{ account: known.account, client }}>{children}</SessionContext>
}

function useAccountHandle(): AccountHandle | null {
  const [handle, setHandle] = useState<AccountHandle | null>(null)
  useEffect(() => {
    const opened = openAccount()
    setHandle(opened)
    return () => {
      setHandle(null)
      opened.close()
    }
  }, [])
  return handle
}

const UNKNOWN: AccountState = { phase: 'loading' }
const unknown = () => UNKNOWN
const never = () => () => {}

function useAccountState(handle: AccountHandle | null): AccountState {
  return useSyncExternalStore(
    handle?.state.subscribe ?? never,
    handle?.state.get ?? unknown,
    unknown,
  )
}

function useClient(
  workspaceId: string,
  handle: AccountHandle | null,
  state: AccountState,
): WorkspaceClient | null {
  const [client, setClient] = useState<WorkspaceClient | null>(null)
  const account = state.phase === 'known' ? state.account : null
  const membership = account?.workspaces.find(({ id }) => id === workspaceId)
  // As text, so that the server's confirmation of what this device remembered opens nothing anew.
  const person =
    account && membership ? JSON.stringify({ ...account.user, roles: membership.roles }) : null
  useEffect(() => {
    if (!handle || person === null) return
    const me = JSON.parse(person) as Me
    const opened = openWorkspace({
      workspaceId,
      me,
      schemaVersion: SCHEMA_VERSION,
      identify: () => handle.identify(me.id),
    })
    setClient(opened)
    return () => {
      setClient(null)
      void opened.close()
    }
  }, [handle, workspaceId, person])
  return client
}

function goToSignIn(): void {
  const here = `${location.pathname}${location.search}${location.hash}`
  location.assign(`/login?next=${encodeURIComponent(here)}`)
}
