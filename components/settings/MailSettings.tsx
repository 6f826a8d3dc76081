'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { pageLocale } from '#components/language/pageLanguage.ts'
import { request } from '#components/http/request.ts'
import { useProblem } from '#components/http/useProblem.ts'
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
  const t = useTranslations('settings.mail')
  const { resource, reload } = useResource<Wish & { readonly isOn: boolean }>(PATH)
  return (
    <Section title={t('title')} lead={t('lead')}>
      <ResourceView resource={resource} reload={reload}>
        {({ isOn, ...wish }) => (
          <>
            {isOn ? null : (
              <p className="mb-3 rounded-card border bg-sunken p-3 text-muted">{t('none')}</p>
            )}
            <MailForm kept={wish} />
          </>
        )}
      </ResourceView>
    </Section>
  )
}

function MailForm({ kept }: { readonly kept: Wish }) {
  const t = useTranslations('settings.mail')
  const problem = useProblem()
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
    showToast({ title: problem(answer) })
  }
  return (
    <div className="flex flex-col gap-5">
      <Switch
        label={t('mentions')}
        hint={t('mentionsHint')}
        checked={wish.mentions}
        onChange={(mentions) => void save({ mentions })}
      />
      <div className="flex flex-col gap-2">
        <p className="text-interface">{t('rest')}</p>
        <Segmented
          label={t('digest')}
          value={wish.digest}
          onChange={(digest) => void save({ digest })}
          segments={[
            { value: 'off', label: t('off') },
            { value: 'hourly', label: t('hourly') },
            { value: 'daily', label: t('daily') },
          ]}
        />
      </div>
      {wish.digest === 'daily' ? (
        <Field label={t('hour')} hint={t('zone', { zone: wish.zone })}>
          <Select
            value={String(wish.hour)}
            options={hours()}
            onChange={(hour) => void save({ hour: Number(hour) })}
            className="w-32"
          />
        </Field>
      ) : null}
    </div>
  )
}

function hours() {
  const clock = new Intl.DateTimeFormat(pageLocale(), {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'UTC',
  })
  return Array.from({ length: 24 }, (_, hour) => ({
    value: String(hour),
    label: clock.format(Date.UTC(2026, 0, 1, hour)),
  }))
}
