'use client'

import { useAccount, useSync } from '#components/session/hooks.ts'
import { changes } from '#components/shell/syncText.ts'
import { Section } from '#components/ui/Section.tsx'
import { Skeleton } from '#components/ui/Skeleton.tsx'
import { Row, Rows } from '../Rows.tsx'
import { ClearStored } from './ClearStored.tsx'
import { KeepAvailable } from './KeepAvailable.tsx'
import { contentsInWords, megabytes } from './storedWords.ts'
import { type Stored, useStored } from './useStored.ts'

/** What is kept on this device for working without the network, and how to be rid of it. */
export function OfflineSettings() {
  const stored = useStored()
  return (
    <>
      <Section
        title="Offline"
        lead="Sluice works from what this device keeps. The texts of stories come here while nothing else is to be done, and follow what others write."
      >
        {stored ? <StoredRows stored={stored} /> : <Skeleton className="h-row w-full" />}
      </Section>
      <Section
        title="Keep available offline"
        lead="Browsers may remove what a site keeps when a device runs out of space, unless the site asks them not to."
      >
        <KeepAvailable />
      </Section>
      <Section
        title="Clear what is stored here"
        lead="To make room, or when something here looks wrong. You stay signed in, and what the server has comes back as you go on. On a device that is not yours, sign out instead."
      >
        <ClearStored stored={stored} />
      </Section>
    </>
  )
}

function StoredRows({ stored }: { readonly stored: Stored }) {
  const { workspaces } = useAccount()
  const sync = useSync()
  return (
    <>
      <Rows label="What this device keeps">
        {stored.workspaces.map(({ id, kept }) => (
          <Row
            key={id}
            title={workspaces.find((one) => one.id === id)?.name ?? 'A workspace you left'}
            detail={contentsInWords(kept)}
          >
            {kept.waiting > 0 ? (
              <span className="shrink-0 text-label text-muted">
                {changes(kept.waiting)} waiting
              </span>
            ) : sync.kind === 'saved' && kept.stories > 0 ? (
              <span className="shrink-0 text-label text-subtle">Nothing waits</span>
            ) : null}
          </Row>
        ))}
      </Rows>
      <p className="mt-2 text-label text-subtle">
        {stored.usage === null
          ? 'This browser does not say how much room Sluice takes.'
          : `Sluice takes ${megabytes(stored.usage)} on this device in all, the app itself included${
              stored.quota === null ? '' : `, of ${megabytes(stored.quota)} it may take`
            }.`}
      </p>
    </>
  )
}
