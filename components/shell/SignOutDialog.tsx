'use client'

import { useState } from 'react'
import { useMe, useSync, useWorkspaceClient } from '#components/session/hooks.ts'
import { draftCount, forgetTyped } from '#components/session/typedHere.ts'
import { Button } from '#components/ui/Button.tsx'
import { Dialog } from '#components/ui/Dialog.tsx'
import { signOut } from '#lib/client/signOut.ts'
import { begunTexts, changes } from './syncText.ts'

type Step =
  | { readonly phase: 'asking' }
  | { readonly phase: 'leaving' }
  | { readonly phase: 'failed'; readonly message: string }

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
    } else setStep({ phase: 'failed', message: out.message })
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
            Stay signed in
          </Button>
          {step.phase === 'failed' ? null : (
            <Button
              look={unsaved === 0 ? 'primary' : 'danger'}
              busy={step.phase === 'leaving'}
              onClick={() => void leave()}
            >
              {unsaved === 0 ? 'Sign out' : `Sign out and drop ${changes(unsaved)}`}
            </Button>
          )}
        </>
      }
    />
  )
}

function titleOf(step: Step, unsaved: number): string {
  if (step.phase === 'failed') return 'You are still signed in'
  return unsaved === 0 ? 'Sign out of this device?' : `${changes(unsaved)} not on the server yet`
}

function descriptionOf(step: Step, unsaved: number, drafts: number): string {
  if (step.phase === 'failed') return step.message
  const begun = drafts === 0 ? '' : ` ${begunTexts(drafts)} and not sent will be gone, too.`
  if (unsaved === 0) {
    return `Everything is saved on the server. What Sluice keeps on this device is removed.${begun}`
  }
  return `Signing out removes what Sluice keeps on this device, and with it ${unsaved === 1 ? 'this change' : 'these changes'}. Wait until it says “Saved”, then sign out.${begun}`
}
