'use client'

import { useState } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { useMe, useSync, useWorkspaceClient } from '#components/session/hooks.ts'
import { draftCount, forgetTyped } from '#components/session/typedHere.ts'
import { Button } from '#components/ui/Button.tsx'
import { Dialog } from '#components/ui/Dialog.tsx'
import { signOut } from '#lib/client/signOut.ts'

type Step =
  | { readonly phase: 'asking' }
  | { readonly phase: 'leaving' }
  | { readonly phase: 'failed'; readonly code: 'unreachable' }

/**
 * Signs out of this device, which removes what Sluice keeps on it. That cannot be undone, so it is asked about, and work
 * that the server does not have yet is never dropped silently (I5).
 */
export function SignOutDialog({
  open,
  onClose,
}: {
  readonly open: boolean
  readonly onClose: () => void
}) {
  // Only while it is open does the dialog follow the state of the work.
  return open ? <Asking onClose={onClose} /> : null
}

function Asking({ onClose }: { readonly onClose: () => void }) {
  const t = textsOf('overlays.signOut')
  useSync()
  const client = useWorkspaceClient()
  const me = useMe()
  const [step, setStep] = useState<Step>({ phase: 'asking' })
  const unsaved = client.unsavedCount()
  const [drafts] = useState(draftCount)

  const leave = async () => {
    setStep({ phase: 'leaving' })
    await client.close()
    const out = await signOut(me.id)
    if (out.ok) {
      forgetTyped()
      location.assign('/login')
    } else setStep({ phase: 'failed', code: out.code })
  }
  // The workspace was closed to sign out: staying means opening it again.
  const stay = () => (step.phase === 'failed' ? location.reload() : onClose())

  return (
    <Dialog
      open
      onOpenChange={(next) => next || stay()}
      size="small"
      title={titleOf(step, unsaved)}
      description={descriptionOf(step, unsaved, drafts)}
      actions={
        <>
          <Button look={unsaved === 0 ? 'secondary' : 'primary'} onClick={stay}>
            {t('stay')}
          </Button>
          {step.phase === 'failed' ? null : (
            <Button
              look={unsaved === 0 ? 'primary' : 'danger'}
              busy={step.phase === 'leaving'}
              onClick={() => void leave()}
            >
              {unsaved === 0 ? t('go') : t('goAndDrop', { count: unsaved })}
            </Button>
          )}
        </>
      }
    />
  )
}

function titleOf(step: Step, unsaved: number): string {
  const t = textsOf('overlays.signOut')
  if (step.phase === 'failed') return t('still')
  return unsaved === 0 ? t('ask') : t('unsaved', { count: unsaved })
}

function descriptionOf(step: Step, unsaved: number, drafts: number): string {
  const t = textsOf('overlays.signOut')
  if (step.phase === 'failed') return t(step.code)
  const begun = drafts === 0 ? '' : t('begun', { count: drafts })
  return `${unsaved === 0 ? t('allSaved') : t('drops', { count: unsaved })}${begun}`
}
