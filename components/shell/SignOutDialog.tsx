'use client'

import { useState } from 'react'
import { useSync } from '#components/session/hooks.ts'
import { request } from '#components/http/request.ts'
import { Button } from '#components/ui/Button.tsx'
import { Dialog } from '#components/ui/Dialog.tsx'
import { changes, unsentCount } from './syncText.ts'

/** Signs out of this device. Asks only because it cannot be undone, and says what happens to work not yet sent. */
export function SignOutDialog({
  open,
  onClose,
}: {
  readonly open: boolean
  readonly onClose: () => void
}) {
  const unsent = unsentCount(useSync())
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const signOut = async () => {
    setBusy(true)
    const answer = await request('POST', '/auth/sign-out')
    if (answer.ok) location.assign('/login')
    else {
      setBusy(false)
      setProblem(answer.message)
    }
  }
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => next || onClose()}
      size="small"
      title={unsent === 0 ? 'Sign out of this device?' : `${changes(unsent)} not sent yet`}
      description={
        unsent === 0
          ? 'Everything is saved on the server.'
          : `${unsent === 1 ? 'It is' : 'They are'} stored on this device and will be sent when you sign in here again. Nobody else sees ${unsent === 1 ? 'it' : 'them'} until then.`
      }
      actions={
        <>
          <Button onClick={onClose}>Stay</Button>
          <Button
            look={unsent === 0 ? 'primary' : 'danger'}
            busy={busy}
            onClick={() => void signOut()}
          >
            {unsent === 0 ? 'Sign out' : 'Sign out anyway'}
          </Button>
        </>
      }
    >
      {problem ? (
        <p role="alert" className="text-danger">
          {problem}
        </p>
      ) : null}
    </Dialog>
  )
}
