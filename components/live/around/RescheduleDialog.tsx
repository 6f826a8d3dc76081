'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { refusalIn } from '#components/language/refusalText.ts'
import type { Room } from '#components/live/room.ts'
import { useAsk } from '#components/session/liveSession.ts'
import { Button } from '#components/ui/Button.tsx'
import { dateOf } from '#components/ui/dates.ts'
import { Dialog } from '#components/ui/Dialog.tsx'
import { Field } from '#components/ui/Field.tsx'
import { FormError } from '#components/ui/FormError.tsx'
import { Input } from '#components/ui/Input.tsx'

/** Another name or time for a session that has not begun. */
export function RescheduleDialog({
  room: { session },
  onClose,
}: {
  readonly room: Room
  readonly onClose: () => void
}) {
  const t = useTranslations('around.change')
  const ask = useAsk()
  const [name, setName] = useState(session.name)
  const [when, setWhen] = useState(session.startsAt === null ? '' : fieldOf(session.startsAt))
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    setBusy(true)
    const answer = await ask({
      type: 'rescheduleSession',
      session: session.id,
      name,
      ...(when !== '' && { startsAt: new Date(when).getTime() }),
    })
    setBusy(false)
    if (answer.ok) onClose()
    else setProblem(refusalIn(answer))
  }
  return (
    <Dialog
      open
      onOpenChange={(next) => (next ? undefined : onClose())}
      title={t('title')}
      size="small"
    >
      <form noValidate onSubmit={(event) => void save(event)} className="flex flex-col gap-3">
        <Field label={t('name')}>
          <Input autoFocus value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label={t('when')} hint={t('whenHint')}>
          <Input
            type="datetime-local"
            value={when}
            onChange={(event) => setWhen(event.target.value)}
          />
        </Field>
        <FormError message={problem} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" look="primary" busy={isBusy}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** As a field for date and time has it: where the reader is, without a zone. */
function fieldOf(at: number): string {
  const date = new Date(at)
  const two = (part: number) => String(part).padStart(2, '0')
  return `${dateOf(at)}T${two(date.getHours())}:${two(date.getMinutes())}`
}
