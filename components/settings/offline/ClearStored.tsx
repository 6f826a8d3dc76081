'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useAccount, useMe, useSync, useWorkspaceClient } from '#components/session/hooks.ts'
import { forgetTyped } from '#components/session/typedHere.ts'
import { tellCleared } from '#components/session/cleared.ts'
import { Button } from '#components/ui/Button.tsx'
import { Dialog } from '#components/ui/Dialog.tsx'
import { removeKept } from '#lib/client/kept/removeKept.ts'
import { clearQuestion, type Unsent } from './clearWords.ts'
import type { Stored } from './useStored.ts'

/** Removes what this device keeps, after asking: unsent work is named, and goes only when that is what was pressed (I5). */
export function ClearStored({ stored }: { readonly stored: Stored | null }) {
  const t = useTranslations('settings.offline')
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button look="danger" disabled={stored === null} onClick={() => setAsking(true)}>
        {t('clearTitle')}
      </Button>
      {asking && stored ? <Asking stored={stored} onClose={() => setAsking(false)} /> : null}
    </>
  )
}

function Asking({ stored, onClose }: { readonly stored: Stored; readonly onClose: () => void }) {
  const t = useTranslations('settings.offline')
  const question = useTranslations('settings.clear')
  const sync = useSync()
  const client = useWorkspaceClient()
  const me = useMe()
  const { workspaces } = useAccount()
  const [busy, setBusy] = useState(false)
  const unsent = unsentOf(stored, client.workspaceId, client.unsavedCount())
  const { title, description, button } = clearQuestion(question, unsent, sync.kind === 'offline')
  const clear = async () => {
    setBusy(true)
    await client.close()
    const ids = workspaces.map(({ id }) => id)
    await removeKept(globalThis.indexedDB ?? null, me.id, ids)
    forgetTyped()
    tellCleared()
    location.reload()
  }
  return (
    <Dialog
      open
      onOpenChange={(next) => next || busy || onClose()}
      size="small"
      title={title}
      description={description}
      actions={
        <>
          <Button onClick={onClose} disabled={busy}>
            {t('keepIt')}
          </Button>
          <Button look="danger" busy={busy} onClick={() => void clear()}>
            {button}
          </Button>
        </>
      }
    />
  )
}

/** Of the workspace that is open, its client knows more than the disk. */
function unsentOf(stored: Stored, open: string, unsaved: number): Unsent {
  const sum = (pick: (one: Stored['workspaces'][number]) => number) =>
    stored.workspaces.reduce((all, one) => all + pick(one), 0)
  return {
    waiting: sum(({ id, kept }) => (id === open ? Math.max(kept.waiting, unsaved) : kept.waiting)),
    refused: sum(({ kept }) => kept.refused),
    drafts: stored.drafts,
  }
}
