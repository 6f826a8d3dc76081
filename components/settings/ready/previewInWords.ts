import { useTranslations } from 'use-intl/react'
import type { TextsIn } from '#components/language/messages.ts'
import type { Preview, StagePreview } from './preview.ts'

/** Gives what says in words what a preview comes to. */
export function usePreviewInWords(): (preview: Preview) => string {
  const t = useTranslations('settings.preview')
  return (preview) => previewInWords(t, preview)
}

/**
 * Says what a preview comes to: "23 of 41 stories in Refinement would pass; 6 of 12 that are Ready would not". Without a
 * change it speaks of now: "… pass; … do not".
 */
export function previewInWords(
  t: TextsIn<'settings.preview'>,
  { stages: { refinement, ready }, changed }: Preview,
): string {
  const isNow = changed.length === 0
  const { of, wouldPass: count } = refinement
  return t('both', {
    refinement: of === 0 ? t('noRefinement') : t(isNow ? 'pass' : 'wouldPass', { count, of }),
    ready: readyInWords(t, ready, isNow),
  })
}

function readyInWords(
  t: TextsIn<'settings.preview'>,
  { of, wouldPass }: StagePreview,
  isNow: boolean,
): string {
  if (of === 0) return t('noReady')
  const count = of - wouldPass
  if (count === 0) return t(isNow ? 'allDo' : 'allWould', { of })
  return t(isNow ? 'someDoNot' : 'someWouldNot', { count, of })
}
