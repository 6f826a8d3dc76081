'use client'

import { type ComponentProps, type ComponentType, lazy, Suspense } from 'react'
import type { Known } from '#lib/domain/history/known.ts'
import type { Content } from '#lib/schema/history.ts'
import type { ReadContent } from './ReadContent.tsx'

const Nothing: { default: ComponentType<ComponentProps<typeof ReadContent>> } = {
  default: () => null,
}
const Shown = lazy(() =>
  import('./ReadContent.tsx').then(
    (module) => ({ default: module.ReadContent }),
    () => Nothing,
  ),
)

/** A story's text without an editor. Its code is fetched when it is shown; where it cannot be, nothing is. */
export function LazyReadContent(props: {
  readonly content: readonly Content[]
  readonly known: Known
}) {
  return (
    <Suspense>
      <Shown {...props} />
    </Suspense>
  )
}
