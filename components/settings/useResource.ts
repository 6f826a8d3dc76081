'use client'

import { useCallback, useEffect, useState } from 'react'
import { type Failed, request } from '#components/http/request.ts'

export type Resource<T> =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly failed: Failed }
  | { readonly phase: 'ready'; readonly value: T }

/** Reads something the server keeps, when the view appears; `reload` asks again and shows the old value meanwhile. */
export function useResource<T>(path: string): {
  resource: Resource<T>
  reload: () => Promise<void>
} {
  const [resource, setResource] = useState<Resource<T>>({ phase: 'loading' })
  const reload = useCallback(async () => {
    const answer = await request<T>('GET', path)
    setResource(
      answer.ok ? { phase: 'ready', value: answer.value } : { phase: 'failed', failed: answer },
    )
  }, [path])
  useEffect(() => {
    void reload()
  }, [reload])
  return { resource, reload }
}
