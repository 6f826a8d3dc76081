'use client'

import { useId } from 'react'
import { useTranslations } from 'use-intl/react'
import { PasswordField } from '#components/ui/PasswordField.tsx'
import { FormError } from '#components/ui/FormError.tsx'
import { useForm } from '#components/http/useForm.ts'
import { request } from '#components/http/request.ts'
import { useMe } from '#components/session/hooks.ts'
import { Avatar } from '#components/ui/Avatar.tsx'
import { Button } from '#components/ui/Button.tsx'
import { Section } from '#components/ui/Section.tsx'
import { showToast } from '#components/ui/toasts.ts'

/** Who one is here, and one's password. */
export function AccountSettings() {
  const me = useMe()
  const t = useTranslations('settings.account')
  return (
    <>
      <Section title={t('you')}>
        <div className="flex items-center gap-3">
          <Avatar person={me} size="large" />
          <div className="min-w-0">
            <div className="truncate text-body font-medium">{me.name}</div>
            <div className="truncate text-muted">{me.email}</div>
          </div>
        </div>
      </Section>
      <Section title={t('password')} lead={t('passwordLead')}>
        <PasswordForm email={me.email} />
      </Section>
    </>
  )
}

function PasswordForm({ email }: { readonly email: string }) {
  const formId = useId()
  const t = useTranslations('settings.account')
  const password = useTranslations('ui.password')
  const { form, busy, errorOf, errorBeside } = useForm<null>({
    draft: 'password',
    submit: ({ current, password }) => request('POST', '/auth/password', { current, password }),
    onDone: () => showToast({ title: t('changed') }),
    again: true,
  })
  return (
    <form {...form} id={formId} className="flex max-w-sm flex-col gap-3">
      {/* Tells password managers whose password this is. */}
      <input
        type="text"
        name="username"
        autoComplete="username"
        defaultValue={email}
        readOnly
        hidden
      />
      <PasswordField
        name="current"
        label={t('current')}
        autoComplete="current-password"
        error={errorOf('current')}
      />
      <PasswordField
        label={t('next')}
        autoComplete="new-password"
        hint={password('rule')}
        error={errorOf('password')}
      />
      <Button type="submit" look="primary" busy={busy} className="self-start">
        {t('change')}
      </Button>
      <FormError message={errorBeside('current', 'password')} />
    </form>
  )
}
