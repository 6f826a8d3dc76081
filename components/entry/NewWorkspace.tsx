'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { request } from '#components/http/request.ts'
import { NewWorkspaceForm } from '#components/shell/NewWorkspaceForm.tsx'
import type { Account } from './account.ts'
import { EntryFrame } from './EntryFrame.tsx'

/** `/new`: where a person who is in no workspace arrives, and begins one. */
export function NewWorkspace() {
  const t = useTranslations('entry.newWorkspace')
  const [account, setAccount] = useState<Account | null>(null)
  useEffect(() => {
    void request<Account>('GET', '/me').then((answer) => answer.ok && setAccount(answer.value))
  }, [])
  return (
    <EntryFrame
      title={t('title')}
      lead={account?.workspaces.length === 0 ? t('none') : t('lead')}
      foot={
        account ? (
          <>
            {t('signedInAs', { email: account.user.email })}{' '}
            <a href="/login" className="text-accent-text underline">
              {t('other')}
            </a>
          </>
        ) : null
      }
    >
      <NewWorkspaceForm />
    </EntryFrame>
  )
}
