'use client'

import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { listed } from '#components/language/listed.ts'
import { useWorkspaceClient } from '#components/session/hooks.ts'
import { Button } from '#components/ui/Button.tsx'
import { Dialog } from '#components/ui/Dialog.tsx'
import type { MemberInfo } from '#lib/schema/wire.ts'
import { removeMember } from './peopleActions.ts'

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
  const t = useTranslations('settings')
  const words = useTranslations('words')
  const { name } = member
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
      title={t('people.removeAsk', { name })}
      description={
        teams.length > 0
          ? t('people.losesAccessAndTeams', { name, teams: listed(words, teams) })
          : t('people.losesAccess', { name })
      }
      actions={
        <>
          <Button onClick={onClose}>{t('common.keep')}</Button>
          <Button look="danger" onClick={remove}>
            {t('people.removeNow')}
          </Button>
        </>
      }
    >
      <p className="text-interface text-muted">{t('people.whatStays')}</p>
    </Dialog>
  )
}
