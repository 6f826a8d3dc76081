'use client'

import { type FormEvent, type RefObject, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { refusalIn } from '#components/language/refusalText.ts'
import { useAsk } from '#components/session/liveSession.ts'
import { roomOf } from '#components/shell/live/liveActions.ts'
import { navigate } from '#components/shell/location.ts'
import { Button } from '#components/ui/Button.tsx'
import { Field } from '#components/ui/Field.tsx'
import { FormError } from '#components/ui/FormError.tsx'
import { Input } from '#components/ui/Input.tsx'
import { newId } from '#lib/client/id.ts'
import type { SessionKind } from '#lib/domain/sessions/session.ts'

/** Begins a session: its name, and when it is to be; without a time it is prepared and started at once. */
export function NewSession({
  kind,
  team = null,
  usual,
  field,
}: {
  readonly kind: SessionKind
  /** Whose backlog is planned. */
  readonly team?: string | null
  /** What it is called if nobody says otherwise. */
  readonly usual: string
  readonly field: RefObject<HTMLInputElement | null>
}) {
  const t = useTranslations('around.list')
  const ask = useAsk()
  const [name, setName] = useState(usual)
  const [when, setWhen] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)

  const begin = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    setBusy(true)
    const session = newId()
    const startsAt = when === '' ? null : new Date(when).getTime()
    const answer = await ask({
      type: 'scheduleSession',
      session,
      kind,
      name,
      ...(team !== null && { team }),
      ...(startsAt !== null && { startsAt }),
    })
    setBusy(false)
    setProblem(answer.ok ? null : refusalIn(answer))
    if (answer.ok) navigate(roomOf({ id: session, team }))
  }
  return (
    <form noValidate onSubmit={(event) => void begin(event)} className="flex flex-col gap-3">
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t('name')}>
          <Input ref={field} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Field label={t('when')} hint={t('whenHint')}>
          <Input
            type="datetime-local"
            value={when}
            onChange={(event) => setWhen(event.target.value)}
          />
        </Field>
      </div>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="primary" busy={isBusy}>
          {when === '' ? t('start') : t('schedule')}
        </Button>
        <FormError message={problem} />
      </div>
    </form>
  )
}
