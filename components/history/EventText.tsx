import { useTranslations } from 'use-intl/react'
import type { Told } from '#lib/domain/history/told.ts'
import { written } from '#lib/domain/history/write.ts'
import { exactly } from './when.ts'
import { Words } from './Words.tsx'
import { pageWriter } from './writer.ts'

/** What one person did, why, and what else is on record about it. */
export function EventText({
  person,
  told,
  title,
  at,
  when,
}: {
  readonly person: { readonly name: string; readonly left: boolean }
  readonly told: Told
  /** What the story is called, where it is not plain from the page. */
  readonly title?: string | undefined
  /** Milliseconds since the epoch. */
  readonly at: number
  /** The same in words. */
  readonly when: string
}) {
  const t = useTranslations('history')
  const { words, quote, notes } = written(pageWriter, told)
  return (
    <div className="min-w-0 flex-1 text-interface">
      <p className="wrap-anywhere text-muted">
        <span className="font-medium text-text">{person.name}</span>
        {person.left ? ` ${t('whoLeft')}` : null} <Words words={words} />{' '}
        <time
          dateTime={new Date(at).toISOString()}
          title={exactly(at)}
          className="whitespace-nowrap text-label text-subtle"
        >
          {when}
        </time>
      </p>
      {title === undefined ? null : <p className="truncate text-label text-subtle">{title}</p>}
      {quote === null ? null : (
        <blockquote className="mt-1 border-s-2 ps-2 wrap-anywhere whitespace-pre-wrap text-text">
          {quote}
        </blockquote>
      )}
      {notes.length === 0 ? null : (
        <p className="mt-0.5 wrap-anywhere text-label text-subtle">{notes.join(' · ')}</p>
      )}
    </div>
  )
}
