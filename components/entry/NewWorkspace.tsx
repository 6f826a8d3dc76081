'use client'

import { useEffect, useState } from 'react'
import { request } from '#components/http/request.ts'
import { NewWorkspaceForm } from '#components/shell/NewWorkspaceForm.tsx'
import type { Account } from './account.ts'
import { EntryFrame } from './EntryFrame.tsx'

/** `/new`: where a person who is in no workspace arrives, and begins one. */
export function NewWorkspace() {
  const [account, setAccount] = useState<Account | null>(null)
  useEffect(() => {
    void request<Account>('GET', '/me').then((answer) => answer.ok && setAccount(answer.value))
  }, [])
  return (
    <EntryFrame
      title="Begin a workspace"
      lead={
        account?.workspaces.length === 0
          ? 'You are in no workspace at the moment. Ask someone in your team for an invitation link, or begin a workspace of your own.'
          : 'A place of its own, with its own stories and people. You will be its owner.'
      }
      foot={
        account ? (
          <>
            You are signed in with {account.user.email}.{' '}
            <a href="/login" className="text-accent-text underline">
              Use another account
            </a>
          </>
        ) : null
      }
    >
      <NewWorkspaceForm />
    </EntryFrame>
  )
}
