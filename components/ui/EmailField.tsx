import { useTranslations } from 'use-intl/react'
import { Field } from './Field.tsx'
import { Input } from './Input.tsx'

/** An e-mail address that one signs in with; password managers keep it as the account's name. */
export function EmailField({
  hint,
  error,
  autoFocus = false,
}: {
  readonly hint?: string
  readonly error: string | null
  readonly autoFocus?: boolean
}) {
  const t = useTranslations('ui')
  return (
    <Field name="email" label={t('email')} hint={hint} error={error} keepLine>
      <Input
        type="email"
        autoComplete="username"
        inputMode="email"
        autoCapitalize="off"
        spellCheck={false}
        autoFocus={autoFocus}
      />
    </Field>
  )
}
