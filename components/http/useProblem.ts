import { useTranslations } from 'use-intl/react'
import { problemText } from '#components/language/problemText.ts'
import type { Failed } from './request.ts'

/** Gives what says why a request failed, in the language of the page. */
export function useProblem(): (failed: Failed) => string {
  const t = useTranslations('problems')
  return (failed) => problemText(t, failed)
}
