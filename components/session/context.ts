import { createContext, useContext } from 'react'
import type { Account } from '#lib/client/account.ts'
import type { WorkspaceClient } from '#lib/client/client.ts'

export interface Session {
  readonly account: Account
  readonly client: WorkspaceClient
}

export const SessionContext = createContext<Session | null>(null)

/** Gives the session around a view. Throws outside `WorkspaceProvider`, because that is a bug. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('A view of a workspace is rendered outside WorkspaceProvider')
  return session
}
