'use client'

import { type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { Room } from '#components/live/room.ts'
import { Button } from '#components/ui/Button.tsx'
import { Dialog } from '#components/ui/Dialog.tsx'

/** Where there is no room beside the story: agenda and notes, each behind a button. */
export function Sheets({
  agenda,
  notes,
  room: { session },
}: {
  readonly agenda: ReactNode
  readonly notes: ReactNode
  readonly room: Room
}) {
  const t = useTranslations('meeting')
  const [open, setOpen] = useState<'agenda' | 'notes' | null>(null)
  const done = session.agenda.filter(({ outcome }) => outcome !== null).length
  return (
    <div className="flex gap-2 border-t bg-surface px-3 py-2">
      <Button className="flex-1" onClick={() => setOpen('agenda')}>
        {t('agenda.progress', { done, all: session.agenda.length })}
      </Button>
      <Button className="flex-1" onClick={() => setOpen('notes')}>
        {t('notesOf', { count: session.decisions.length + session.topics.length })}
      </Button>
      <Dialog
        open={open !== null}
        onOpenChange={(next) => !next && setOpen(null)}
        title={open === 'notes' ? t('notes') : t('agenda.title')}
      >
        {open === 'notes' ? notes : agenda}
      </Dialog>
    </div>
  )
}
