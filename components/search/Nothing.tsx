'use client'

import { Clock, Search } from 'lucide-react'
import { textsOf } from '#components/language/loaded.ts'
import { Button } from '#components/ui/Button.tsx'
import { EmptyState } from '#components/ui/EmptyState.tsx'

/** Before anything is typed: what was looked for lately, or what can be found here. */
export function NothingAsked({
  recent,
  onChoose,
}: {
  readonly recent: readonly string[]
  readonly onChoose: (question: string) => void
}) {
  const t = textsOf('search')
  if (recent.length === 0) {
    return (
      <EmptyState icon={<Search aria-hidden size={24} />} title={t('all')}>
        {t('allMeans')}
      </EmptyState>
    )
  }
  return (
    <section aria-labelledby="recent-searches">
      <h2 id="recent-searches" className="mb-1 px-1 text-label font-medium text-muted">
        {t('recent')}
      </h2>
      <ul className="flex flex-col">
        {recent.map((question) => (
          <li key={question}>
            <button
              type="button"
              onClick={() => onChoose(question)}
              className="flex min-h-row-compact w-full items-center gap-2 rounded-button px-2 py-1 text-start hover:bg-hover"
            >
              <Clock aria-hidden size={14} className="shrink-0 text-subtle" />
              <span className="min-w-0 truncate">{question}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Nothing was found, and what else can be tried. */
export function NothingFound({
  question,
  isNarrow,
  onWiden,
}: {
  readonly question: string
  readonly isNarrow: boolean
  readonly onWiden: () => void
}) {
  const t = textsOf('search')
  return (
    <EmptyState
      icon={<Search aria-hidden size={24} />}
      title={nothingInWords(question)}
      action={isNarrow ? <Button onClick={onWiden}>{t('widen')}</Button> : undefined}
    >
      {isNarrow ? t('narrow') : t('fewer')}
    </EmptyState>
  )
}

export function nothingInWords(question: string): string {
  return textsOf('search')('nothing', { query: question.trim() })
}
