'use client'

import { useRef } from 'react'
import { Dialog } from '#components/ui/Dialog.tsx'
import { NewWorkspaceForm } from './NewWorkspaceForm.tsx'

/** Creates another workspace, owned by the person, and goes there. */
export function NewWorkspaceDialog({
  open,
  onClose,
}: {
  readonly open: boolean
  readonly onClose: () => void
}) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => next || onClose()}
      size="small"
      title="New workspace"
      description="A place of its own, with its own stories and people. You will be its owner."
      initialFocus={input}
    >
      <NewWorkspaceForm input={input} />
    </Dialog>
  )
}
