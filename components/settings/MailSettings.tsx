'use client'

import { useState } from 'react'
import { request } from '#components/http/request.ts'
import { Field } from '#components/ui/Field.tsx'
import { Section } from '#components/ui/Section.tsx'
import { Segmented } from '#components/ui/Segmented.tsx'
import { Select } from '#components/ui/Select.tsx'
import { Switch } from '#components/ui/Switch.tsx'
import { showToast } from '#components/ui/toasts.ts'
import { ResourceView } from './ResourceView.tsx'
import { useResource } from './useResource.ts'

interface Wish {
  readonly mentions: boolean
  readonly digest: 'off' | 'hourly' | 'daily'
  readonly zone: string
  readonly hour: number
}

const PATH = '/me/mail'

/** What of the inbox is mailed, and when. */
export function MailSettings() {
  const { resource, reload } = useResource<Wish & { readonly isOn: boolean }>(PATH)
  return (
    <Section
      title="Mail"
      lead="For all your workspaces. What you have marked as done, and what you may not read any more, is never mailed."
    >
      <ResourceView resource={resource} reload={reload}>
        {({ isOn, ...wish }) => (
          <>
            {isOn ? null : (
              <p className="mb-3 rounded-card border bg-sunken p-3 text-muted">
                This server sends no mail. Whoever runs it can switch it on; what you choose here
                counts from then on.
              </p>
            )}
            <MailForm kept={wish} />
          </>
        )}
      </ResourceView>
    </Section>
  )
}

function MailForm({ kept }: { readonly kept: Wish }) {
  const [wish, setWish] = useState(kept)
  const save = async (change: Partial<Wish>) => {
    const before = wish
    // Whoever chooses a time means their own clock.
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    const next = { ...wish, zone, ...change }
    setWish(next)
    const answer = await request<unknown>('PUT', PATH, next)
    if (answer.ok) return
    setWish(before)
    showToast({ title: answer.message })
  }
  return (
    <div className="flex flex-col gap-5">
      <Switch
        label="Mail me at once when I am mentioned or asked"
        hint="A minute later, unless I have seen it by then."
        checked={wish.mentions}
        onChange={(mentions) => void save({ mentions })}
      />
      <div className="flex flex-col gap-2">
        <p className="text-interface">What else is new in my inbox</p>
        <Segmented
          label="Digest"
          value={wish.digest}
          onChange={(digest) => void save({ digest })}
          segments={[
            { value: 'off', label: 'No mail' },
            { value: 'hourly', label: 'Every hour' },
            { value: 'daily', label: 'Every day' },
          ]}
        />
      </div>
      {wish.digest === 'daily' ? (
        <Field label="Time of day" hint={`In the time zone ${wish.zone}.`}>
          <Select
            value={String(wish.hour)}
            options={HOURS}
            onChange={(hour) => void save({ hour: Number(hour) })}
            className="w-32"
          />
        </Field>
      ) : null}
    </div>
  )
}

const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}))
