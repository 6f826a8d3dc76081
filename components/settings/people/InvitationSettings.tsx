'use client'

import { Copy, Link2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { type Failed, request } from '#components/http/request.ts'
import { useProblem } from '#components/http/useProblem.ts'
import { refusalIn } from '#components/language/refusalText.ts'
import { useWorkspaceClient } from '#components/session/hooks.ts'
import { Button } from '#components/ui/Button.tsx'
import { copyText } from '#components/ui/copyText.ts'
import { day } from '#components/ui/dates.ts'
import { Field } from '#components/ui/Field.tsx'
import { Input } from '#components/ui/Input.tsx'
import { Select } from '#components/ui/Select.tsx'
import { showToast } from '#components/ui/toasts.ts'
import { checkInvite } from '#lib/domain/permissions.ts'
import type { Actor, Role } from '#lib/domain/roles.ts'
import { ResourceView } from '../ResourceView.tsx'
import { roleNames } from '../roleNames.ts'
import { Row, Rows } from '../Rows.tsx'
import { useResource } from '../useResource.ts'
import { RolesMenu } from './RolesMenu.tsx'

interface Invitation {
  readonly id: string
  readonly roles: readonly string[]
  readonly expiresAt: number
  readonly usesLeft: number
  readonly revokedAt: number | null
}

const DAYS = ['1', '7', '14', '30', '90'] as const
const USES = ['1', '5', '25', '100'] as const

/** Creates links with which people join, and withdraws them. */
export function InvitationSettings({ me }: { readonly me: Actor }) {
  const { workspaceId } = useWorkspaceClient()
  const path = `/workspaces/${encodeURIComponent(workspaceId)}/invitations`
  const { resource, reload } = useResource<{ invitations: readonly Invitation[] }>(path)
  return (
    <div className="flex flex-col gap-5">
      <NewInvitation path={path} me={me} reload={reload} />
      <ResourceView resource={resource} reload={reload}>
        {({ invitations }) => (
          <OpenInvitations path={path} invitations={invitations} reload={reload} />
        )}
      </ResourceView>
    </div>
  )
}

function NewInvitation({
  path,
  me,
  reload,
}: {
  readonly path: string
  readonly me: Actor
  readonly reload: () => Promise<void>
}) {
  const t = useTranslations('settings')
  const words = useTranslations('words')
  const problem = useProblem()
  const [roles, setRoles] = useState<readonly Role[]>(['member'])
  const [days, setDays] = useState<(typeof DAYS)[number]>('14')
  const [uses, setUses] = useState<(typeof USES)[number]>('1')
  const [busy, setBusy] = useState(false)
  const [link, setLink] = useState<string | null>(null)
  const [failed, setFailed] = useState<Failed | null>(null)

  const create = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setFailed(null)
    const answer = await request<{ link: string }>('POST', path, {
      roles,
      days: Number(days),
      uses: Number(uses),
    })
    setBusy(false)
    if (!answer.ok) return setFailed(answer)
    setLink(answer.value.link)
    await reload()
  }

  return (
    <form onSubmit={(event) => void create(event)} className="rounded-card border bg-surface p-4">
      <div className="grid gap-3 sm:grid-cols-3">
        <div className="flex flex-col gap-1.5">
          <span className="text-label font-medium text-muted">{t('invitations.as')}</span>
          <RolesMenu
            field
            label={t('invitations.rolesOfJoining')}
            roles={roles}
            whyNot={(next) => {
              if (next.length === 0) return t('invitations.noRole')
              const refusal = checkInvite(me, next)
              return refusal && refusalIn(refusal)
            }}
            onChange={setRoles}
          />
        </div>
        <Field label={t('invitations.expires')}>
          <Select
            value={days}
            onChange={setDays}
            options={DAYS.map((one) => ({
              value: one,
              label: t('invitations.days', { count: Number(one) }),
            }))}
          />
        </Field>
        <Field label={t('invitations.for')}>
          <Select
            value={uses}
            onChange={setUses}
            options={USES.map((one) => ({
              value: one,
              label: words('people', { count: Number(one) }),
            }))}
          />
        </Field>
      </div>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <Button type="submit" look="primary" busy={busy} icon={<Link2 aria-hidden size={16} />}>
          {t('invitations.create')}
        </Button>
        {failed ? (
          <p role="alert" className="text-danger">
            {problem(failed)}
          </p>
        ) : null}
      </div>
      {link ? (
        <div role="status" className="mt-4 border-t pt-4">
          <Field label={t('invitations.link')} hint={t('invitations.linkHint')}>
            <div className="flex gap-2">
              <Input
                readOnly
                value={link}
                className="font-mono"
                onFocus={(event) => event.currentTarget.select()}
              />
              <Button icon={<Copy aria-hidden size={16} />} onClick={() => void copyText(link)}>
                {t('common.copy')}
              </Button>
            </div>
          </Field>
        </div>
      ) : null}
    </form>
  )
}

function OpenInvitations({
  path,
  invitations,
  reload,
}: {
  readonly path: string
  readonly invitations: readonly Invitation[]
  readonly reload: () => Promise<void>
}) {
  const t = useTranslations('settings.invitations')
  const words = useTranslations('words')
  const problem = useProblem()
  const [now] = useState(() => Date.now())
  const open = invitations.filter(
    ({ revokedAt, expiresAt, usesLeft }) => revokedAt === null && expiresAt > now && usesLeft > 0,
  )
  if (open.length === 0) return <p className="text-muted">{t('none')}</p>
  const revoke = async (invitation: Invitation) => {
    const answer = await request('DELETE', `${path}/${encodeURIComponent(invitation.id)}`)
    if (answer.ok) showToast({ title: t('revoked') })
    else showToast({ title: problem(answer), tone: 'danger' })
    await reload()
  }
  return (
    <Rows label={t('list')}>
      {open.map((invitation) => (
        <Row
          key={invitation.id}
          title={t('linkFor', { count: invitation.usesLeft })}
          detail={t('until', {
            roles: roleNames(words, invitation.roles),
            date: day(invitation.expiresAt),
          })}
        >
          <Button size="small" onClick={() => void revoke(invitation)}>
            {t('withdraw')}
          </Button>
        </Row>
      ))}
    </Rows>
  )
}
