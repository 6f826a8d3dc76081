'use client'

import { useTranslations } from 'use-intl/react'
import { useStore } from '#components/cards/store.ts'
import { useBacklog } from './backlog.ts'

/** What the page says to whoever cannot see it, and what its rows answer to. */
export function Spoken() {
  const t = useTranslations('backlog')
  const { state } = useBacklog()
  const said = useStore(state, (now) => now.said)
  return (
    <>
      <p role="status" aria-live="polite" className="sr-only">
        {said}
      </p>
      <p id="backlog-keys" hidden>
        {t('keys')}
      </p>
    </>
  )
}
