'use client'

import { refusalIn } from '#components/language/refusalText.ts'
import { Bookmark } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { useCan } from '#components/session/hooks.ts'
import { Button } from '#components/ui/Button.tsx'
import { Field } from '#components/ui/Field.tsx'
import { Input } from '#components/ui/Input.tsx'
import { isComposing } from '#components/ui/composing.ts'
import { keepVersion, type VersionsPlace } from './versionActions.ts'

/** Whether a name is asked for: the palette asks for it, too. */
export interface Naming {
  readonly isOpen: boolean
  readonly onChange: (isOpen: boolean) => void
}

/** Keeps the text as it is now under a name. */
export function NameVersion({
  place,
  naming: { isOpen, onChange: setOpen },
}: {
  readonly place: VersionsPlace
  readonly naming: Naming
}) {
  const t = useTranslations('history')
  const [name, setName] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const refusal = useCan({ type: 'keepVersion', story: place.story, name: null })
  if (refusal) return <p className="text-label text-subtle">{refusalIn(refusal)}</p>
  if (!isOpen) {
    return (
      <Button size="small" icon={<Bookmark aria-hidden size={14} />} onClick={() => setOpen(true)}>
        {t('nameVersion')}
      </Button>
    )
  }
  const close = () => {
    setOpen(false)
    setName('')
    setProblem(null)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const outcome = runAction(keepVersion, { ...place, name }, { refusalShown: true })
    if (outcome.ok) close()
    else setProblem(outcome.message)
  }
  return (
    <form
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event)) return
        event.stopPropagation()
        close()
      }}
      className="flex w-full flex-wrap items-end gap-2 rounded-card border bg-sunken p-3"
    >
      <div className="min-w-48 flex-1">
        <Field label={t('versionName')} error={problem}>
          <Input
            autoFocus
            value={name}
            placeholder={t('versionExample')}
            onChange={({ target }) => {
              setName(target.value)
              setProblem(null)
            }}
          />
        </Field>
      </div>
      <Button onClick={close}>{t('cancel')}</Button>
      <Button type="submit" look="primary">
        {t('keepIt')}
      </Button>
    </form>
  )
}
