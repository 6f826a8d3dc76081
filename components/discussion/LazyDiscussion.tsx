'use client'

import { type ComponentProps, lazy, Suspense } from 'react'
import { orMissing } from '#components/ui/PartMissing.tsx'
import type { BesideText } from './BesideText.tsx'
import type { Discussion } from './Discussion.tsx'

const Loaded = lazy(() =>
  orMissing<ComponentProps<typeof Discussion>>(
    import('./Discussion.tsx').then((module) => ({ default: module.Discussion })),
  ),
)

/** `Discussion`, fetched when it is first shown; until then its place is kept. */
export function LazyDiscussion(props: ComponentProps<typeof Discussion>) {
  return (
    <Suspense fallback={<div aria-busy className="min-h-24" />}>
      <Loaded {...props} />
    </Suspense>
  )
}

let fetched: typeof BesideText | null = null

/** Fetches `BesideText`, so that it is there in the moment in which a thread is begun: what is typed then is its. */
export async function loadBesideText() {
  const module = await import('./BesideText.tsx')
  fetched = module.BesideText
  return { default: module.BesideText }
}
const LoadedBeside = lazy(loadBesideText)

/** `BesideText`, at once where it was fetched before. */
export function LazyBesideText(props: ComponentProps<typeof BesideText>) {
  const Beside = fetched ?? LoadedBeside
  return (
    <Suspense fallback={<div aria-busy className="min-h-24" />}>
      <Beside {...props} />
    </Suspense>
  )
}
