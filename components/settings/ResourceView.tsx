'use client'

import type { ReactNode } from 'react'
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
          <p className="text-muted">{resource.message}</p>
          <Button size="small" onClick={() => void reload()}>
            Try again
          </Button>
        </div>
      )
    case 'ready':
      return children(resource.value)
  }
}
