'use client'

import { CalendarPlus, Link2, PencilLine, QrCode } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { Room } from '#components/live/room.ts'
import { useWorkspaceClient } from '#components/session/hooks.ts'
import { Button } from '#components/ui/Button.tsx'
import { buttonClasses } from '#components/ui/buttonClasses.ts'
import { copyText } from '#components/ui/copyText.ts'
import { QrDialog } from './QrDialog.tsx'
import { RescheduleDialog } from './RescheduleDialog.tsx'

/** How others come to a session that is planned: its link, as a picture too, and its date for a calendar. */
export function Invite({ room }: { readonly room: Room }) {
  const t = useTranslations('around.invite')
  const { workspaceId } = useWorkspaceClient()
  const [open, setOpen] = useState<'qr' | 'when' | null>(null)
  const { session, mayRun, isCurrent } = room
  const close = () => setOpen(null)
  const file = `/api/v1/workspaces/${encodeURIComponent(workspaceId)}/sessions/${encodeURIComponent(session.id)}/calendar.ics`
  return (
    <div role="group" aria-label={t('title')} className="flex flex-wrap gap-2">
      <Button
        size="small"
        icon={<Link2 aria-hidden size={14} />}
        onClick={() => void copyText(addressHere())}
      >
        {t('copy')}
      </Button>
      <Button
        size="small"
        icon={<QrCode aria-hidden size={14} />}
        aria-haspopup="dialog"
        onClick={() => setOpen('qr')}
      >
        {t('qr')}
      </Button>
      {session.startsAt === null ? null : (
        <a href={file} download className={buttonClasses('secondary', 'small')}>
          <CalendarPlus aria-hidden size={14} />
          {t('calendar')}
        </a>
      )}
      {mayRun && isCurrent ? (
        <Button
          size="small"
          icon={<PencilLine aria-hidden size={14} />}
          aria-haspopup="dialog"
          onClick={() => setOpen('when')}
        >
          {t('change')}
        </Button>
      ) : null}
      <QrDialog
        isOpen={open === 'qr'}
        onClose={close}
        address={open === 'qr' ? addressHere() : ''}
      />
      {open === 'when' ? <RescheduleDialog room={room} onClose={close} /> : null}
    </div>
  )
}

/** The page that shows a session is where it takes place. */
function addressHere(): string {
  return `${location.origin}${location.pathname}`
}
