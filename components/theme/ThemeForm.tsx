'use client'

import { type KeyboardEvent, type SyntheticEvent, useId, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { Button } from '#components/ui/Button.tsx'
import { FormError } from '#components/ui/FormError.tsx'
import { Field } from '#components/ui/Field.tsx'
import { Input } from '#components/ui/Input.tsx'
import { Textarea } from '#components/ui/Textarea.tsx'
import { isComposing } from '#components/ui/composing.ts'
import { changeTheme, type ThemeTarget } from './themeActions.ts'

/** Edits a theme in its row: Enter saves, Escape leaves it as it was (UX19). */
export function ThemeForm({
  target,
  onDone,
}: {
  readonly target: ThemeTarget
  readonly onDone: () => void
}) {
  const t = useTranslations('themes')
  const { theme } = target
  const [name, setName] = useState(theme.name)
  const [intent, setIntent] = useState(theme.intent)
  const [from, setFrom] = useState(theme.from ?? '')
  const [until, setUntil] = useState(theme.until ?? '')
  const [problem, setProblem] = useState<string | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const titleId = useId()

  const save = (event?: SyntheticEvent) => {
    event?.preventDefault()
    const change = { name, intent, from: from || null, until: until || null }
    const outcome = runAction(changeTheme, { ...target, change }, { refusalShown: true })
    if (outcome.ok) onDone()
    else setProblem(outcome.message)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'Escape') {
      event.stopPropagation()
      onDone()
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      save(event)
    }
  }
  return (
    <form
      ref={form}
      aria-labelledby={titleId}
      onSubmit={save}
      onKeyDown={onKeyDown}
      className="flex flex-col gap-3 bg-surface px-4 py-3"
    >
      <h3 id={titleId} className="sr-only">
        {t('editOne', { name: theme.name })}
      </h3>
      <Field label={t('nameLabel')}>
        <Input
          autoFocus
          value={name}
          autoComplete="off"
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      <Field label={t('why')}>
        <Textarea value={intent} rows={2} onChange={(event) => setIntent(event.target.value)} />
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label={t('fromLabel')}>
          <Input type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
        </Field>
        <Field label={t('untilLabel')}>
          <Input type="date" value={until} onChange={(event) => setUntil(event.target.value)} />
        </Field>
      </div>
      <div className="flex flex-wrap items-center justify-end gap-2">
        <div className="me-auto">
          <FormError message={problem} />
        </div>
        <Button size="small" onClick={onDone}>
          {t('cancel')}
        </Button>
        <Button size="small" look="primary" type="submit">
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
