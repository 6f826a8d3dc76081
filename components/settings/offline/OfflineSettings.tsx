'use client'

import { useTranslations } from 'use-intl/react'
import { useAccount, useSync } from '#components/session/hooks.ts'
import { Section } from '#components/ui/Section.tsx'
import { Skeleton } from '#components/ui/Skeleton.tsx'
import { Row, Rows } from '../Rows.tsx'
import { ClearStored } from './ClearStored.tsx'
import { KeepAvailable } from './KeepAvailable.tsx'
import { contentsInWords, megabytes } from './storedWords.ts'
import { type Stored, useStored } from './useStored.ts'

/** What is kept on this device for working without the network, and how to be rid of it. */
export function OfflineSettings() {
  const t = useTranslations('settings.offline')
  const stored = useStored()
  return (
    <>
      <Section title={t('title')} lead={t('lead')}>
        {stored ? <StoredRows stored={stored} /> : <Skeleton className="h-row w-full" />}
      </Section>
      <Section title={t('keepTitle')} lead={t('keepLead')}>
        <KeepAvailable />
      </Section>
      <Section title={t('clearTitle')} lead={t('clearLead')}>
        <ClearStored stored={stored} />
      </Section>
    </>
  )
}

function StoredRows({ stored }: { readonly stored: Stored }) {
  const t = useTranslations('settings.offline')
  const { workspaces } = useAccount()
  const sync = useSync()
  return (
    <>
      <Rows label={t('list')}>
        {stored.workspaces.map(({ id, kept }) => (
          <Row
            key={id}
            title={workspaces.find((one) => one.id === id)?.name ?? t('left')}
            detail={contentsInWords(t, kept)}
          >
            {kept.waiting > 0 ? (
              <span className="shrink-0 text-label text-muted">
                {t('waiting', { count: kept.waiting })}
              </span>
            ) : sync.kind === 'saved' && kept.stories > 0 ? (
              <span className="shrink-0 text-label text-subtle">{t('nothingWaits')}</span>
            ) : null}
          </Row>
        ))}
      </Rows>
      <p className="mt-2 text-label text-subtle">
        {stored.usage === null
          ? t('unknownRoom')
          : stored.quota === null
            ? t('room', { usage: megabytes(t, stored.usage) })
            : t('roomOf', {
                usage: megabytes(t, stored.usage),
                quota: megabytes(t, stored.quota),
              })}
      </p>
    </>
  )
}
