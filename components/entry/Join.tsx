'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { type Answer, request } from '#components/http/request.ts'
import { useProblem } from '#components/http/useProblem.ts'
import { BOARD, formatPlace } from '#components/shell/routes.ts'
import { Button } from '#components/ui/Button.tsx'
import { buttonClasses } from '#components/ui/buttonClasses.ts'
import { EmailField } from '#components/ui/EmailField.tsx'
import { Field } from '#components/ui/Field.tsx'
import { Input } from '#components/ui/Input.tsx'
import { Segmented } from '#components/ui/Segmented.tsx'
import { Skeleton } from '#components/ui/Skeleton.tsx'
import type { Account } from './account.ts'
import { EntryFrame } from './EntryFrame.tsx'
import { FormError } from '#components/ui/FormError.tsx'
import { PasswordField } from '#components/ui/PasswordField.tsx'
import { useRolesInWords } from './rolesInWords.ts'
import { useForm } from '#components/http/useForm.ts'

interface Invitation {
  readonly workspace: { readonly id: string; readonly name: string }
  readonly invitedBy: string
  readonly roles: readonly string[]
}

interface Visit {
  readonly invitation: Answer<Invitation>
  readonly account: Account | null
}

/** `/join/<token>`: who invites to what; one joins as a new person, with an account one has, or as who is signed in. */
export function Join({ token }: { readonly token: string }) {
  const t = useTranslations('entry.join')
  const signIn = useTranslations('entry.signIn')
  const rolesInWords = useRolesInWords()
  const problem = useProblem()
  const [visit, setVisit] = useState<Visit | null>(null)
  useEffect(() => {
    void Promise.all([
      request<Invitation>('GET', `/invitations/${encodeURIComponent(token)}`),
      request<Account>('GET', '/me'),
    ]).then(([invitation, account]) =>
      setVisit({ invitation, account: account.ok ? account.value : null }),
    )
  }, [token])

  if (!visit) {
    return (
      <EntryFrame title={t('tab')}>
        <div aria-busy className="flex flex-col gap-3">
          <Skeleton className="h-4 w-64" />
          <Skeleton className="h-control w-full" />
        </div>
      </EntryFrame>
    )
  }
  if (!visit.invitation.ok) {
    return (
      <EntryFrame title={t('closed')} lead={problem(visit.invitation)}>
        <a href="/" className={buttonClasses('secondary')}>
          {visit.account ? t('goOn') : signIn('submit')}
        </a>
      </EntryFrame>
    )
  }
  const { workspace, invitedBy, roles } = visit.invitation.value
  return (
    <EntryFrame
      title={t('title', { workspace: workspace.name })}
      lead={t('lead', { by: invitedBy, workspace: workspace.name, roles: rolesInWords(roles) })}
    >
      <Ways token={token} account={visit.account} />
    </EntryFrame>
  )
}

type Way = 'me' | 'new' | 'known'

function Ways({ token, account }: { readonly token: string; readonly account: Account | null }) {
  const t = useTranslations('entry.join')
  const [way, setWay] = useState<Way>(account ? 'me' : 'new')
  return (
    <div className="flex flex-col gap-5">
      <Segmented<Way>
        label={t('as')}
        value={way}
        onChange={setWay}
        className="w-full"
        segments={[
          ...(account ? [{ value: 'me' as const, label: account.user.name }] : []),
          { value: 'new', label: t('newHere') },
          { value: 'known', label: account ? t('another') : t('known') },
        ]}
      />
      <JoinForm key={way} way={way} token={token} account={account} />
    </div>
  )
}

function JoinForm({
  way,
  token,
  account,
}: {
  readonly way: Way
  readonly token: string
  readonly account: Account | null
}) {
  const t = useTranslations('entry.join')
  const password = useTranslations('ui.password')
  const { form, busy, errorOf, errorBeside } = useForm<{ workspace: string }>({
    draft: 'join',
    submit: ({ name, email, password }) =>
      request('POST', `/invitations/${encodeURIComponent(token)}/accept`, {
        ...(way === 'new' ? { name } : {}),
        ...(way === 'me' ? {} : { email, password }),
      }),
    onDone: ({ workspace }) => location.assign(formatPlace({ workspace, route: BOARD })),
  })
  return (
    <form {...form} className="flex flex-col gap-3">
      {way === 'new' ? (
        <Field name="name" label={t('name')} hint={t('nameHint')} error={errorOf('name')} keepLine>
          <Input autoComplete="name" autoFocus />
        </Field>
      ) : null}
      {way === 'me' ? (
        <p className="text-muted">
          {t.rich('signedInAs', {
            email: account?.user.email ?? '',
            b: strong,
          })}
        </p>
      ) : (
        <>
          <EmailField error={errorOf('email')} autoFocus={way === 'known'} />
          <PasswordField
            autoComplete={way === 'new' ? 'new-password' : 'current-password'}
            hint={way === 'new' ? password('rule') : undefined}
            error={errorOf('password')}
          />
        </>
      )}
      <Button type="submit" look="primary" busy={busy} className="mt-1">
        {way === 'me' ? t('submitAs', { name: account?.user.name ?? '' }) : t('submit')}
      </Button>
      <FormError message={errorBeside(...(way === 'me' ? [] : ['name', 'email', 'password']))} />
    </form>
  )
}

function strong(text: ReactNode) {
  return <span className="font-medium text-text">{text}</span>
}
