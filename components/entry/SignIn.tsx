'use client'

import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'use-intl/react'
import { request } from '#components/http/request.ts'
import { Button } from '#components/ui/Button.tsx'
import { EmailField } from '#components/ui/EmailField.tsx'
import type { Account } from './account.ts'
import { EntryFrame } from './EntryFrame.tsx'
import { FormError } from '#components/ui/FormError.tsx'
import { nextPlace } from './nextPlace.ts'
import { PasswordField } from '#components/ui/PasswordField.tsx'
import { useForm } from '#components/http/useForm.ts'

/** `/login`: e-mail and password. `?next=` says where to go on; work kept on this device is sent afterwards. */
export function SignIn() {
  const t = useTranslations('entry.signIn')
  const next = useSearchParams().get('next')
  const { form, busy, errorOf, errorBeside } = useForm<Account>({
    draft: 'sign-in',
    submit: ({ email, password }) => request('POST', '/auth/sign-in', { email, password }),
    onDone: (account) => location.assign(nextPlace(next, account, location.origin)),
  })
  return (
    <EntryFrame title={t('title')} lead={next ? t('next') : undefined} foot={t('noAccount')}>
      <form {...form} className="flex flex-col gap-3">
        <EmailField error={errorOf('email')} autoFocus />
        <PasswordField autoComplete="current-password" error={errorOf('password')} />
        <Button type="submit" look="primary" busy={busy} className="mt-1">
          {t('submit')}
        </Button>
        <FormError message={errorBeside('email', 'password')} />
      </form>
    </EntryFrame>
  )
}
