'use client'

import { Download } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { useSync, useWorkspaceClient } from '#components/session/hooks.ts'
import { Button } from '#components/ui/Button.tsx'
import { buttonClasses } from '#components/ui/buttonClasses.ts'

const FORMATS = [
  { format: 'csv', name: 'CSV' },
  { format: 'json', name: 'JSON' },
] as const

/** Files of what is shown, all of it; made by the server as they are fetched. `query`: as the API is asked. */
export function ExportLinks({ query }: { readonly query: string }) {
  const t = useTranslations('history')
  const { workspaceId } = useWorkspaceClient()
  const isOffline = useSync().kind === 'offline'
  const path = `/api/v1/workspaces/${encodeURIComponent(workspaceId)}/history`
  return FORMATS.map(({ format, name }) =>
    isOffline ? (
      <Button key={format} size="small" disabled title={t('exportOffline')}>
        {t('exportAs', { format: name })}
      </Button>
    ) : (
      <a
        key={format}
        href={`${path}.${format}${query === '' ? '' : `?${query}`}`}
        download
        className={buttonClasses('secondary', 'small')}
      >
        <Download aria-hidden size={14} />
        {t('exportAs', { format: name })}
      </a>
    ),
  )
}
