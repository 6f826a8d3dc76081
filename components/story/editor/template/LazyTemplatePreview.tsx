'use client'

import { lazy, Suspense } from 'react'

const Shown = lazy(() =>
  import('./TemplatePreview.tsx').catch(() => ({ default: (): null => null })),
)

/** How a story looks that begins with a template, beside its Markdown. */
export function LazyTemplatePreview({
  name,
  markdown,
}: {
  readonly name: string
  readonly markdown: string
}) {
  return (
    <section
      aria-label={`What a story begins with from ${name}`}
      // Reached by keyboard, so that a long one can be scrolled; and pressed, it leaves the row open.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
      tabIndex={0}
      className="max-h-[70vh] min-h-24 overflow-auto rounded-card border bg-canvas px-4 py-3 focus:outline-2 focus:outline-focus"
    >
      <Suspense>
        <Shown markdown={markdown} />
      </Suspense>
    </section>
  )
}
