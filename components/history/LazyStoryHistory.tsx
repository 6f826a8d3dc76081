'use client'

import { type ComponentProps, lazy, Suspense } from 'react'
import { orMissing } from '#components/ui/PartMissing.tsx'
import type { StoryHistory } from './StoryHistory.tsx'

const Loaded = lazy(() =>
  orMissing<ComponentProps<typeof StoryHistory>>(
    import('./StoryHistory.tsx').then((module) => ({ default: module.StoryHistory })),
  ),
)

/** `StoryHistory`, fetched when it is first shown; until then its place is kept. */
export function LazyStoryHistory(props: ComponentProps<typeof StoryHistory>) {
  return (
    <Suspense fallback={<div aria-busy className="min-h-40 border-t" />}>
      <Loaded {...props} />
    </Suspense>
  )
}
