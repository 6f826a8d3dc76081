import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { TextsIn } from '#components/language/messages.ts'
import { shortTitle } from '#lib/domain/inbox/inWords.ts'
import type { InboxItem } from '#lib/domain/inbox/item.ts'

/** Says what has come into the inbox while it is open. `items`: what is new in it, the newest first. */
export function SpokenNews({ items }: { readonly items: readonly InboxItem[] }) {
  const t = useTranslations('inbox')
  const [said, setSaid] = useState('')
  const seen = useRef<number>(null)
  useEffect(() => {
    const before = seen.current
    seen.current = Math.max(before ?? 0, ...items.map(newest))
    // What is there when it is opened is read, and what is only marked as new again is older.
    if (before === null) return
    const news = items.filter((item) => newest(item) > before)
    if (news.length > 0) setSaid(inWords(t, news))
  }, [items, t])
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  )
}

function newest({ notices }: InboxItem): number {
  return notices[0]?.seq ?? 0
}

function inWords(t: TextsIn<'inbox'>, news: readonly InboxItem[]): string {
  const [first] = news
  return news.length === 1 && first
    ? t('spokenOne', { title: t('titled', { title: shortTitle(first.title) }) })
    : t('spoken', { count: news.length })
}
