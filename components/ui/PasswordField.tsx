'use client'

import { Eye, EyeOff } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Field } from './Field.tsx'
import { IconButton } from './IconButton.tsx'
import { Input } from './Input.tsx'

/** A password: can be shown, pasted and filled in by a password manager; says when Caps Lock is on. */
export function PasswordField({
  name = 'password',
  label,
  autoComplete,
  hint,
  error,
}: {
  readonly name?: string
  readonly label?: string
  readonly autoComplete: 'current-password' | 'new-password'
  readonly hint?: string
  readonly error: string | null
}) {
  const t = useTranslations('ui.password')
  const [shown, setShown] = useState(false)
  const [capsLock, setCapsLock] = useState(false)
  const watchCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))
  return (
    <Field
      name={name}
      label={label ?? t('label')}
      error={error}
      hint={capsLock ? t('capsLock') : hint}
      keepLine
    >
      <div className="relative">
        <Input
          type={shown ? 'text' : 'password'}
          autoComplete={autoComplete}
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
          onKeyDown={watchCapsLock}
          onKeyUp={watchCapsLock}
          onBlur={() => setCapsLock(false)}
          className="pe-10"
        />
        <span className="absolute inset-y-0 end-0.5 flex items-center">
          <IconButton
            label={shown ? t('hide') : t('show')}
            aria-pressed={shown}
            tooltip={false}
            size="small"
            onClick={() => setShown(!shown)}
          >
            {shown ? <EyeOff aria-hidden size={16} /> : <Eye aria-hidden size={16} />}
          </IconButton>
        </span>
      </div>
    </Field>
  )
}
