'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { ReadyArea } from '#components/actions/index.ts'
import { Field } from '#components/ui/Field.tsx'
import { Input } from '#components/ui/Input.tsx'
import { Select } from '#components/ui/Select.tsx'
import { Textarea } from '#components/ui/Textarea.tsx'
import { type OutcomeFormProps, useGiven } from './concluding.ts'
import { FormEnd } from './FormEnd.tsx'

/** What is missing, who sees to it, and until when. */
export function NeedsWorkForm({
  conclude,
  onDone,
  area,
}: OutcomeFormProps & { readonly area: ReadyArea }) {
  const t = useTranslations('meeting.outcome')
  const [note, setNote] = useState('')
  const [owner, setOwner] = useState('')
  const [due, setDue] = useState('')
  const { isBusy, submit } = useGiven({ conclude, onDone })
  const people = [...area.members.values()].sort((a, b) => a.name.localeCompare(b.name))
  return (
    <form
      noValidate
      className="flex flex-col gap-3"
      onSubmit={(event) =>
        submit(event, { kind: 'needs-work', note, ...(owner && { owner }), ...(due && { due }) })
      }
    >
      <Field label={t('missing')}>
        <Textarea autoFocus value={note} onChange={(event) => setNote(event.target.value)} />
      </Field>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t('owner')}>
          <Select
            value={owner}
            onChange={setOwner}
            options={[
              { value: '', label: t('nobody') },
              ...people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </Field>
        <Field label={t('due')}>
          <Input type="date" value={due} onChange={(event) => setDue(event.target.value)} />
        </Field>
      </div>
      <FormEnd go={t('go.needs-work')} isBusy={isBusy} onCancel={onDone} />
    </form>
  )
}
