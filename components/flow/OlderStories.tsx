'use client'

import { textsOf } from '#components/language/loaded.ts'
import { useAreaFact, useSync, useWorkspaceClient } from '#components/session/hooks.ts'
import { Button } from '#components/ui/Button.tsx'
import { isFiledComing } from '#lib/client/areaView.ts'

/** So many closed stories are not on this device: a press brings them, like all others, and from then on (CL5). */
export function OlderStories({
  count,
  onShow,
}: {
  readonly count: number
  /** Shows what is here already, too, and brings the others. */
  readonly onShow?: () => void
}) {
  const client = useWorkspaceClient()
  const isOffline = useSync().kind === 'offline'
  const isComing = useAreaFact(isFiledComing)
  if (count === 0) return null
  const t = textsOf('words.older')
  if (isComing) {
    return (
      <p role="status" className="px-2 py-1.5 text-label text-subtle">
        {t(isOffline ? 'offline' : 'coming', { count })}
      </p>
    )
  }
  return (
    <Button look="quiet" size="small" onClick={onShow ?? (() => client.bringFiled())}>
      {t('show', { count })}
    </Button>
  )
}
