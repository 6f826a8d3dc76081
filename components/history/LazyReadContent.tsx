'use client'

import { type ComponentProps, type ComponentType, lazy, Suspense } from 'react'
import { loadTexts } from '#components/language/loaded.ts'
import { Texts } from '#components/language/Texts.tsx'
import type { Known } from '#lib/domain/history/known.ts'
import type { Content } from '#lib/schema/history.ts'
import type { ReadContent } from './ReadContent.tsx'

const AREAS = ['history', 'events'] as const
const Nothing: { default: ComponentType<ComponentProps<typeof ReadContent>> } = {
  default: () => null,
}
const Shown = lazy(() =>
  Promise.all([import('./ReadContent.tsx'), loadTexts(AREAS)]).then(
    ([{ ReadContent: Read }]) => ({
      default: (props: ComponentProps<typeof ReadContent>) => (
        <Texts areas={AREAS}>
          <Read {...props} />
        </Texts>
      ),
    }),
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
