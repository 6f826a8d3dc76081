'use client'

import { useCallback, useEffect, useState } from 'react'
import { request } from '#components/http/request.ts'

export type Resource<T> =
  | { readonly phase: 'loading' }
  | { readonly phase: 'failed'; readonly message: string }
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
      answer.ok
        ? { phase: 'ready', value: answer.value }
        : { phase: 'failed', message: explain(answer) },
    )
  }, [path])
  useEffect(() => {
    void reload()
  }, [reload])
  return { resource, reload }
}

function explain({ code, message }: { readonly code: string; readonly message: string }): string {
  return code === 'unreachable'
    ? 'This is kept on the server, which cannot be reached at the moment. Nothing was changed.'
    : message
}
