import { useEffect, useRef, useState } from 'react'
import { titleInWords } from '#lib/domain/inbox/inWords.ts'
import type { InboxItem } from '#lib/domain/inbox/item.ts'

/** Says what has come into the inbox while it is open. `items`: what is new in it, the newest first. */
export function SpokenNews({ items }: { readonly items: readonly InboxItem[] }) {
  const [said, setSaid] = useState('')
  const seen = useRef<number>(null)
  useEffect(() => {
    const before = seen.current
    seen.current = Math.max(before ?? 0, ...items.map(newest))
    // What is there when it is opened is read, and what is only marked as new again is older.
    if (before === null) return
    const news = items.filter((item) => newest(item) > before)
    if (news.length > 0) setSaid(inWords(news))
  }, [items])
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  )
}

function newest({ notices }: InboxItem): number {
  return notices[0]?.seq ?? 0
}

function inWords(news: readonly InboxItem[]): string {
  const [first] = news
  return news.length === 1 && first
    ? `New in the inbox: ${titleInWords(first.title)}`
    : `New in the inbox: ${news.length} stories`
}
