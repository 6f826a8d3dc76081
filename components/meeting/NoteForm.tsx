'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Field } from '#components/ui/Field.tsx'
import { Input } from '#components/ui/Input.tsx'
import { Textarea } from '#components/ui/Textarea.tsx'
import { type OutcomeFormProps, useGiven } from './concluding.ts'
import { FormEnd } from './FormEnd.tsx'

/** Why a story won't be done and when to look at it again, or what it is parked for. */
export function NoteForm({
  outcome,
  conclude,
  onDone,
}: OutcomeFormProps & { readonly outcome: 'wont-do' | 'parked' }) {
  const t = useTranslations('meeting.outcome')
  const [note, setNote] = useState('')
  const [again, setAgain] = useState('')
  const { isBusy, submit } = useGiven({ conclude, onDone })
  const isDismissal = outcome === 'wont-do'
  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onSubmit={(event) =>
        submit(
          event,
          isDismissal
            ? { kind: outcome, reason: note, ...(again && { revisitOn: again }) }
            : { kind: outcome, ...(note.trim() && { note }) },
        )
      }
    >
      <Field label={isDismissal ? t('why') : t('note')}>
        <Textarea autoFocus value={note} onChange={(event) => setNote(event.target.value)} />
      </Field>
      {isDismissal ? (
        <Field label={t('again')}>
          <Input type="date" value={again} onChange={(event) => setAgain(event.target.value)} />
        </Field>
      ) : null}
      <FormEnd go={t(`go.${outcome}`)} isBusy={isBusy} onCancel={onDone} />
    </form>
  )
}
