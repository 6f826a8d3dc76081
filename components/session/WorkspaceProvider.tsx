'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { type AccountState, openAccount } from '#lib/client/account.ts'
import type { WorkspaceClient } from '#lib/client/client.ts'
import { openWorkspace } from '#lib/client/openWorkspace.ts'
import { SCHEMA_VERSION } from '#lib/doc/schema.ts'
import { SessionContext } from './context.ts'
import { registerServiceWorker } from './serviceWorker.ts'
import { guardLeaving } from './leaving.ts'

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
  const account = useAccountState()
  const known = account.phase === 'known' ? account.account : null
  const membership = known?.workspaces.find((workspace) => workspace.id === workspaceId) ?? null
  const client = useClient(workspaceId, account)
  const signedOut = account.phase === 'signed-out'

  useEffect(() => {
    if (signedOut) onSignedOut()
  }, [signedOut, onSignedOut])
  useEffect(() => {
    void registerServiceWorker()
  }, [])
  useEffect(() => (client ? guardLeaving(client) : undefined), [client])

  if (known && !membership && account.phase === 'known' && account.confirmed) return absent
  if (!known || !client) return loading
  return <SessionContext value={{ account: known, client }}>{children}</SessionContext>
}

function useAccountState(): AccountState {
  const [state, setState] = useState<AccountState>({ phase: 'loading' })
  useEffect(() => {
    const account = openAccount()
    const take = () => setState(account.state.get())
    const stop = account.state.subscribe(take)
    take()
    return () => {
      stop()
      account.close()
    }
  }, [])
  return state
}

function useClient(workspaceId: string, account: AccountState): WorkspaceClient | null {
  const [client, setClient] = useState<WorkspaceClient | null>(null)
  const person = account.phase === 'known' ? account.account.user : null
  const membership =
    account.phase === 'known' ? account.account.workspaces.find(({ id }) => id === workspaceId) : undefined
  const personId = person?.id ?? null
  const isMember = membership !== undefined
  useEffect(() => {
    if (personId === null || !person || !membership) return
    const opened = openWorkspace({
      workspaceId,
      me: { ...person, roles: membership.roles },
      schemaVersion: SCHEMA_VERSION,
    })
    setClient(opened)
    return () => {
      setClient(null)
      void opened.close()
    }
    // The roles in force come with the list; a fresh answer of /me about the same person must not reopen everything.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [workspaceId, personId, isMember])
  return client
}

function goToSignIn(): void {
  const here = `${location.pathname}${location.search}`
  location.assign(`/login?next=${encodeURIComponent(here)}`)
}
