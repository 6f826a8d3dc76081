import { useTranslations } from 'use-intl/react'
import type { Failed } from './request.ts'

/**
 * Gives what says why a request failed, in the language of the page: by its code where that is all there is to say, else in
 * the server's own words, which name the field and the value.
 */
export function useProblem(): (failed: Failed) => string {
  const t = useTranslations('ui.problems')
  return ({ code, message }) => {
    const status = /^http(\d+)$/.exec(code)?.[1]
    if (status) return t('noAnswer', { status })
    const key = code as Parameters<typeof t.has>[0]
    return t.has(key) ? t(key) : message
  }
}
