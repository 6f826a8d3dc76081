'use client'

import { useSearchParams } from 'next/navigation'
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
  const next = useSearchParams().get('next')
  const { form, busy, errorOf, errorBeside } = useForm<Account>({
    draft: 'sign-in',
    submit: ({ email, password }) => request('POST', '/auth/sign-in', { email, password }),
    onDone: (account) => location.assign(nextPlace(next, account, location.origin)),
  })
  return (
    <EntryFrame
      title="Sign in"
      lead={
        next
          ? 'You go on where you were. Work kept on this device is sent once you are signed in.'
          : undefined
      }
      foot="No account yet? Ask someone in your team for an invitation link."
    >
      <form {...form} className="flex flex-col gap-3">
        <EmailField error={errorOf('email')} autoFocus />
        <PasswordField autoComplete="current-password" error={errorOf('password')} />
        <Button type="submit" look="primary" busy={busy} className="mt-1">
          Sign in
        </Button>
        <FormError message={errorBeside('email', 'password')} />
      </form>
    </EntryFrame>
  )
}
