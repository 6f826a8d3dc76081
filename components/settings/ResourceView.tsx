'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { useProblem } from '#components/http/useProblem.ts'
import { Button } from '#components/ui/Button.tsx'
import { Skeleton } from '#components/ui/Skeleton.tsx'
import type { Resource } from './useResource.ts'

/** Shows what the server keeps, or why it is not here and a way to try again. */
export function ResourceView<T>({
  resource,
  reload,
  children,
}: {
  readonly resource: Resource<T>
  readonly reload: () => Promise<void>
  readonly children: (value: T) => ReactNode
}) {
  const t = useTranslations('settings.common')
  const problem = useProblem()
  switch (resource.phase) {
    case 'loading':
      return (
        <div aria-busy className="flex flex-col gap-2">
          <Skeleton className="h-row w-full" />
          <Skeleton className="h-row w-full" />
        </div>
      )
    case 'failed':
      return (
        <div
          role="alert"
          className="flex items-center justify-between gap-4 rounded-card border p-3"
        >
          <p className="text-muted">
            {
              // What was asked for is only read: nothing that was typed is at stake.
              resource.failed.code === 'unreachable' ? t('unreachable') : problem(resource.failed)
            }
          </p>
          <Button size="small" onClick={() => void reload()}>
            {t('tryAgain')}
          </Button>
        </div>
      )
    case 'ready':
      return children(resource.value)
  }
}
