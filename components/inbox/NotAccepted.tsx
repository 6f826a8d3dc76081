'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { useRefused } from '#components/session/hooks.ts'
import { showOverlay } from '#components/shell/overlays.ts'
import { howManyRefused } from '#components/shell/refusedCount.ts'
import { Button } from '#components/ui/Button.tsx'

/** UX13: what was not accepted stays here until it was seen. */
export function NotAccepted() {
  const t = useTranslations('inbox')
  const refused = useRefused()
  if (refused.length === 0) return null
  return (
    <div
      role="status"
      className="mb-3 flex flex-wrap items-center gap-2 rounded-card border border-danger/40 bg-surface p-3"
    >
      <TriangleAlert aria-hidden size={16} className="shrink-0 text-danger" />
      <p className="min-w-0 flex-1 basis-48">
        {t('refused', { what: howManyRefused(refused.length) })}
      </p>
      <Button size="small" onClick={() => showOverlay('refused')}>
        {t('lookAtIt')}
      </Button>
    </div>
  )
}
