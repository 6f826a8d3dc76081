'use client'

import { Plus, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { useStory } from '#components/session/hooks.ts'
import { Button } from '#components/ui/Button.tsx'
import { Field } from '#components/ui/Field.tsx'
import { IconButton } from '#components/ui/IconButton.tsx'
import { Input } from '#components/ui/Input.tsx'
import { Select } from '#components/ui/Select.tsx'
import { newId } from '#lib/client/id.ts'
import { criteriaOf } from '#lib/doc/append.ts'
import { PARTS_MAX } from '#lib/domain/sessions/conclude.ts'
import { type OutcomeFormProps, useGiven } from './concluding.ts'
import { FormEnd } from './FormEnd.tsx'

interface Part {
  readonly id: string
  readonly title: string
}

/** Splits a story into several: each gets a title, and each criterion is given to one of them, or stays where it is. */
export function SplitForm({ story, conclude, onDone }: OutcomeFormProps) {
  const t = useTranslations('meeting.split')
  const text = useStory(story.id)
  const criteria = useMemo(() => (text.phase === 'ready' ? criteriaOf(text.doc) : []), [text])
  const [parts, setParts] = useState<readonly Part[]>(() =>
    [1, 2].map((number) => ({ id: newId(), title: t('part', { title: story.title, number }) })),
  )
  const [dealt, setDealt] = useState<ReadonlyMap<string, string>>(new Map())
  const { isBusy, submit } = useGiven({ conclude, onDone })
  const rename = (id: string, title: string) =>
    setParts((now) => now.map((part) => (part.id === id ? { ...part, title } : part)))
  const add = () =>
    setParts((now) => [
      ...now,
      { id: newId(), title: t('part', { title: story.title, number: now.length + 1 }) },
    ])
  const into = parts.map(({ id, title }) => ({
    story: id,
    title,
    criteria: criteria.filter((one) => dealt.get(one.id) === id).map((one) => one.id),
  }))
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => submit(event, { kind: 'split', into })}
    >
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 text-label font-semibold text-muted">{t('parts')}</legend>
        {parts.map(({ id, title }, index) => (
          <div key={id} className="flex items-end gap-2">
            <div className="min-w-0 flex-1">
              <Field label={t('title', { number: index + 1 })}>
                <Input value={title} onChange={(event) => rename(id, event.target.value)} />
              </Field>
            </div>
            {parts.length > 1 ? (
              <IconButton
                label={t('remove', { number: index + 1 })}
                onClick={() => setParts((now) => now.filter((part) => part.id !== id))}
              >
                <X aria-hidden size={16} />
              </IconButton>
            ) : null}
          </div>
        ))}
        {parts.length < PARTS_MAX ? (
          <Button
            size="small"
            className="self-start"
            icon={<Plus aria-hidden size={14} />}
            onClick={add}
          >
            {t('add')}
          </Button>
        ) : null}
      </fieldset>
      <fieldset className="flex flex-col gap-2">
        <legend className="mb-1 text-label font-semibold text-muted">{t('criteria')}</legend>
        {criteria.length === 0 ? (
          <p className="text-label text-subtle">{t('noCriteria')}</p>
        ) : (
          criteria.map(({ id, words }) => (
            <div key={id} className="flex flex-wrap items-center gap-2">
              <span className="min-w-40 flex-1 text-interface">{words || t('wordless')}</span>
              <Select
                aria-label={t('goes', { criterion: words })}
                className="w-56"
                value={dealt.get(id) ?? ''}
                onChange={(part) => setDealt((now) => new Map(now).set(id, part))}
                options={[
                  { value: '', label: t('stays') },
                  ...parts.map((part, index) => ({
                    value: part.id,
                    label: t('toPart', { number: index + 1, title: part.title }),
                  })),
                ]}
              />
            </div>
          ))
        )}
      </fieldset>
      <p className="text-label text-muted">{t('means')}</p>
      <FormEnd go={t('go', { count: parts.length })} isBusy={isBusy} onCancel={onDone} />
    </form>
  )
}
