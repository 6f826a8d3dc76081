'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { request } from '#components/http/request.ts'
import { useProblem } from '#components/http/useProblem.ts'
import { useWorkspaceClient } from '#components/session/hooks.ts'
import { showOverlay } from '#components/shell/overlays.ts'
import { Button } from '#components/ui/Button.tsx'
import { day } from '#components/ui/dates.ts'
import { Dialog } from '#components/ui/Dialog.tsx'
import { Section } from '#components/ui/Section.tsx'
import { showToast } from '#components/ui/toasts.ts'
import { deviceName } from './deviceName.ts'
import { ResourceView } from './ResourceView.tsx'
import { Row, Rows } from './Rows.tsx'
import { useResource } from './useResource.ts'

interface Device {
  readonly id: string
  readonly device: string
  readonly createdAt: number
  readonly current: boolean
}

/** Where one is signed in, and how to end it. */
export function DeviceSettings() {
  const t = useTranslations('settings.devices')
  const { resource, reload } = useResource<{ sessions: readonly Device[] }>('/auth/sessions')
  return (
    <>
      <Section title={t('title')} lead={t('lead')}>
        <ResourceView resource={resource} reload={reload}>
          {({ sessions }) => (
            <Rows label={t('list')}>
              {sessions.map((device) => (
                <DeviceRow key={device.id} device={device} reload={reload} />
              ))}
            </Rows>
          )}
        </ResourceView>
      </Section>
      <Section title={t('everywhere')} lead={t('everywhereLead')}>
        <SignOutEverywhere />
      </Section>
    </>
  )
}

function DeviceRow({
  device,
  reload,
}: {
  readonly device: Device
  readonly reload: () => Promise<void>
}) {
  const t = useTranslations('settings.devices')
  const problem = useProblem()
  const [busy, setBusy] = useState(false)
  const name = deviceName(t, device.device)
  const end = async () => {
    if (device.current) return showOverlay('sign-out')
    setBusy(true)
    const answer = await request('DELETE', `/auth/sessions/${encodeURIComponent(device.id)}`)
    if (answer.ok) showToast({ title: t('signedOut', { device: name }) })
    else showToast({ title: problem(answer), tone: 'danger' })
    await reload()
    setBusy(false)
  }
  return (
    <Row
      title={
        <>
          {name}
          {device.current ? <span className="text-ready"> · {t('this')}</span> : null}
        </>
      }
      detail={t('since', { date: day(device.createdAt) })}
    >
      <Button
        size="small"
        busy={busy}
        aria-label={t('signOutOf', { device: name })}
        onClick={() => void end()}
      >
        {t('signOut')}
      </Button>
    </Row>
  )
}

function SignOutEverywhere() {
  const t = useTranslations('settings.devices')
  const problem = useProblem()
  const client = useWorkspaceClient()
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const unsaved = asking ? client.unsavedCount() : 0
  const end = async () => {
    setBusy(true)
    const answer = await request('POST', '/auth/sign-out-everywhere')
    if (answer.ok) return location.assign('/login')
    setBusy(false)
    setAsking(false)
    showToast({ title: problem(answer), tone: 'danger' })
  }
  return (
    <>
      <Button look="danger" onClick={() => setAsking(true)}>
        {t('everywhere')}
      </Button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        size="small"
        title={t('ask')}
        description={unsaved === 0 ? t('askLead') : t('askUnsaved', { count: unsaved })}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t('stay')}</Button>
            <Button look="danger" busy={busy} onClick={() => void end()}>
              {t('everywhere')}
            </Button>
          </>
        }
      />
    </>
  )
}
