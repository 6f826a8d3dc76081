'use client'

import { useState } from 'react'
import { request } from '#components/http/request.ts'
import { useWorkspaceClient } from '#components/session/hooks.ts'
import { showOverlay } from '#components/shell/overlays.ts'
import { changes } from '#components/shell/syncText.ts'
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
  const { resource, reload } = useResource<{ sessions: readonly Device[] }>('/auth/sessions')
  return (
    <>
      <Section
        title="Devices"
        lead="Where you are signed in. Signing out elsewhere ends that connection at once."
      >
        <ResourceView resource={resource} reload={reload}>
          {({ sessions }) => (
            <Rows label="Devices you are signed in on">
              {sessions.map((device) => (
                <DeviceRow key={device.id} device={device} reload={reload} />
              ))}
            </Rows>
          )}
        </ResourceView>
      </Section>
      <Section
        title="Sign out everywhere"
        lead="For a lost device, or when you are unsure: ends every session of yours, this one too."
      >
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
  const [busy, setBusy] = useState(false)
  const name = deviceName(device.device)
  const end = async () => {
    if (device.current) return showOverlay('sign-out')
    setBusy(true)
    const answer = await request('DELETE', `/auth/sessions/${encodeURIComponent(device.id)}`)
    if (answer.ok) showToast({ title: `${name} is signed out` })
    else showToast({ title: answer.message, tone: 'danger' })
    await reload()
    setBusy(false)
  }
  return (
    <Row
      title={
        <>
          {name}
          {device.current ? <span className="text-ready"> · this device</span> : null}
        </>
      }
      detail={`Signed in since ${day(device.createdAt)}`}
    >
      <Button size="small" busy={busy} aria-label={`Sign out ${name}`} onClick={() => void end()}>
        Sign out
      </Button>
    </Row>
  )
}

function SignOutEverywhere() {
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
    showToast({ title: answer.message, tone: 'danger' })
  }
  return (
    <>
      <Button look="danger" onClick={() => setAsking(true)}>
        Sign out everywhere
      </Button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        size="small"
        title="Sign out everywhere?"
        description={
          unsaved === 0
            ? 'You will need your password on every device. Work that another device has not sent yet stays there until you sign in on it again.'
            : `You will need your password on every device. ${changes(unsaved)} of this device ${unsaved === 1 ? 'is' : 'are'} not on the server yet; ${unsaved === 1 ? 'it stays' : 'they stay'} here until you sign in again.`
        }
        actions={
          <>
            <Button onClick={() => setAsking(false)}>Stay</Button>
            <Button look="danger" busy={busy} onClick={() => void end()}>
              Sign out everywhere
            </Button>
          </>
        }
      />
    </>
  )
}
