'use client'

import { runAction } from '#components/actions/index.ts'
import { useWorkspaceClient } from '#components/session/hooks.ts'
import { Button } from '#components/ui/Button.tsx'
import { Dialog } from '#components/ui/Dialog.tsx'
import type { MemberInfo } from '#lib/schema/wire.ts'
import { removeMember } from './peopleActions.ts'
import { listed } from '../listed.ts'

/** Asks before somebody is taken out of the workspace, which cannot be undone, and says what stays. */
export function RemoveDialog({
  member,
  teams,
  open,
  onClose,
}: {
  readonly member: MemberInfo
  /** The names of the teams they leave with it. */
  readonly teams: readonly string[]
  readonly open: boolean
  readonly onClose: () => void
}) {
  const client = useWorkspaceClient()
  const remove = () => {
    onClose()
    runAction(removeMember, { client, member })
  }
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => next || onClose()}
      size="small"
      title={`Remove ${member.name}?`}
      description={`${member.name} loses access at once, on every device${teams.length > 0 ? `, and leaves ${listed(teams)}` : ''}.`}
      actions={
        <>
          <Button onClick={onClose}>Keep</Button>
          <Button look="danger" onClick={remove}>
            Remove
          </Button>
        </>
      }
    >
      <p className="text-interface text-muted">
        What they did stays: their ideas and everything they wrote. To come back they need a new
        invitation, and get their roles anew.
      </p>
    </Dialog>
  )
}
