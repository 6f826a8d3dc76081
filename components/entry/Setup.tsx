'use client'

import { useEffect, useState } from 'react'
import { type Failed, request } from '#components/http/request.ts'
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

const TITLE = 'Set up Sluice'
const LEAD = 'You create the first account, which owns this Sluice, and its first workspace.'

/** `/setup`: the first visit makes the owner, the workspace and, if wanted, the sample stories. */
export function Setup() {
  const [state, setState] = useState<SetupState | null>(null)
  const [failed, setFailed] = useState<Failed | null>(null)
  useEffect(() => {
    void request<SetupState>('GET', '/auth/setup').then((answer) =>
      answer.ok ? setState(answer.value) : setFailed(answer),
    )
  }, [])
  if (state && !state.needed) {
    return (
      <EntryFrame
        title="Sluice is set up already"
        lead="Sign in, or ask its owner for an invitation link."
      >
        <a href="/login" className={buttonClasses('primary')}>
          Sign in
        </a>
      </EntryFrame>
    )
  }
  return (
    <EntryFrame title={TITLE} lead={LEAD}>
      {failed ? <FormError message={failed.message} /> : null}
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
        <Field
          name="code"
          label="Setup code"
          hint="The server printed it when it started."
          error={errorOf('code')}
          keepLine
        >
          <Input
            autoComplete="one-time-code"
            autoCapitalize="characters"
            spellCheck={false}
            className="font-mono"
          />
        </Field>
      ) : null}
      <Field name="name" label="Your name" error={errorOf('name')} keepLine>
        <Input autoComplete="name" autoFocus />
      </Field>
      <EmailField hint="You sign in with it." error={errorOf('email')} />
      <PasswordField
        autoComplete="new-password"
        hint="At least 10 characters; four random words are good."
        error={errorOf('password')}
      />
      <Field
        name="workspace"
        label="Workspace"
        hint="Your company, product or group of teams."
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
          Begin with sample stories
          <span className="block text-label text-subtle">
            To look around in. One click removes them.
          </span>
        </span>
      </label>
      <Button type="submit" look="primary" busy={busy} disabled={!ready} className="mt-1">
        Create account and workspace
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
