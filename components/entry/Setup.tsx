'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { type Failed, request } from '#components/http/request.ts'
import { useProblem } from '#components/http/useProblem.ts'
import { Button } from '#components/ui/Button.tsx'
import { buttonClasses } from '#components/ui/buttonClasses.ts'
import { EmailField } from '#components/ui/EmailField.tsx'
import { Field } from '#components/ui/Field.tsx'
import { Input } from '#components/ui/Input.tsx'
import type { Account } from './account.ts'
import { EntryFrame } from './EntryFrame.tsx'
import { FormError } from '#components/ui/FormError.tsx'
import { nextPlace } from './nextPlace.ts'
import { PasswordField } from '#components/ui/PasswordField.tsx'
import { useForm } from '#components/http/useForm.ts'

interface SetupState {
  readonly needed: boolean
  readonly codeRequired: boolean
}

/** `/setup`: the first visit makes the owner, the workspace and, if wanted, the sample stories. */
export function Setup() {
  const t = useTranslations('entry.setup')
  const signIn = useTranslations('entry.signIn')
  const problem = useProblem()
  const [state, setState] = useState<SetupState | null>(null)
  const [failed, setFailed] = useState<Failed | null>(null)
  useEffect(() => {
    void request<SetupState>('GET', '/auth/setup').then((answer) =>
      answer.ok ? setState(answer.value) : setFailed(answer),
    )
  }, [])
  if (state && !state.needed) {
    return (
      <EntryFrame title={t('doneTitle')} lead={t('doneLead')}>
        <a href="/login" className={buttonClasses('primary')}>
          {signIn('submit')}
        </a>
      </EntryFrame>
    )
  }
  return (
    <EntryFrame title={t('title')} lead={t('lead')}>
      {failed ? <FormError message={problem(failed)} /> : null}
      <SetupForm codeRequired={state?.codeRequired ?? false} ready={state !== null} />
    </EntryFrame>
  )
}

function SetupForm({
  codeRequired,
  ready,
}: {
  readonly codeRequired: boolean
  readonly ready: boolean
}) {
  const t = useTranslations('entry.setup')
  const password = useTranslations('ui.password')
  const { form, busy, errorOf, errorBeside } = useForm<Account>({
    draft: 'setup',
    submit: ({ name, email, password, workspace, samples, code }) =>
      request('POST', '/auth/setup', {
        name,
        email,
        password,
        workspace,
        samples: samples === 'on',
        ...(code === undefined ? {} : { code }),
      }),
    onDone: (account) => location.assign(nextPlace(null, account, location.origin)),
  })
  return (
    <form {...form} className="flex flex-col gap-3">
      {codeRequired ? (
        <Field name="code" label={t('code')} hint={t('codeHint')} error={errorOf('code')} keepLine>
          <Input
            autoComplete="one-time-code"
            autoCapitalize="characters"
            spellCheck={false}
            className="font-mono"
          />
        </Field>
      ) : null}
      <Field name="name" label={t('name')} error={errorOf('name')} keepLine>
        <Input autoComplete="name" autoFocus />
      </Field>
      <EmailField hint={t('emailHint')} error={errorOf('email')} />
      <PasswordField
        autoComplete="new-password"
        hint={password('rule')}
        error={errorOf('password')}
      />
      <Field
        name="workspace"
        label={t('workspace')}
        hint={t('workspaceHint')}
        error={errorOf('workspace')}
        keepLine
      >
        <Input autoComplete="organization" />
      </Field>
      <label className="flex min-h-control items-start gap-2.5 py-1.5">
        <input
          type="checkbox"
          name="samples"
          defaultChecked
          className="mt-0.5 size-4 shrink-0 accent-accent"
        />
        <span>
          {t('samples')}
          <span className="block text-label text-subtle">{t('samplesHint')}</span>
        </span>
      </label>
      <Button type="submit" look="primary" busy={busy} disabled={!ready} className="mt-1">
        {t('submit')}
      </Button>
      <FormError
        message={errorBeside(
          'name',
          'email',
          'password',
          'workspace',
          ...(codeRequired ? ['code'] : []),
        )}
      />
    </form>
  )
}
