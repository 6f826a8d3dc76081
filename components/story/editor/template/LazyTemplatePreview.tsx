'use client'

import { type ComponentProps, lazy, Suspense } from 'react'
import { useTranslations } from 'use-intl/react'
import { Texts } from '#components/language/Texts.tsx'

const Shown = lazy(() =>
  import('./TemplatePreview.tsx').catch(() => ({ default: (): null => null })),
)
const AREAS = ['story'] as const
const LOOKS =
  'max-h-[70vh] min-h-24 overflow-auto rounded-card border bg-canvas px-4 py-3 focus:outline-2 focus:outline-focus'

/** How a story looks that begins with a template, beside its Markdown. */
export function LazyTemplatePreview(props: ComponentProps<typeof Preview>) {
  return (
    <Suspense fallback={<div aria-busy className={LOOKS} />}>
      <Texts areas={AREAS}>
        <Preview {...props} />
      </Texts>
    </Suspense>
  )
}

function Preview({ name, markdown }: { readonly name: string; readonly markdown: string }) {
  const t = useTranslations('story')
  return (
    <section
      aria-label={t('template.preview', { name })}
      // Reached by keyboard, so that a long one can be scrolled; and pressed, it leaves the row open.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls
      tabIndex={0}
      className={LOOKS}
    >
      <Suspense>
        <Shown markdown={markdown} />
      </Suspense>
    </section>
  )
}
