'use client'

import { MessageSquare } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { useAreaFact } from '#components/session/hooks.ts'
import { Button } from '#components/ui/Button.tsx'
import { onceSet } from '#lib/client/readable.ts'
import { deskOf } from './desk.ts'
import { useFresh } from './useFresh.ts'

/** How many threads of a story are open, and whether something in them is new; a press goes there. */
export function OpenThreads({ storyId }: { readonly storyId: string }) {
  const t = useTranslations('discussion')
  const open = useAreaFact((area) =>
    area.phase === 'ready' ? (area.stories.get(storyId)?.talk.open ?? 0) : 0,
  )
  const isFresh = useFresh(storyId).size > 0
  const stopWaiting = useRef(() => {})
  useEffect(() => () => stopWaiting.current(), [storyId])
  if (open === 0 && !isFresh) return null
  const told = t(isFresh ? 'openThreadsNew' : 'openThreads', { count: open })
  return (
    <Button
      size="small"
      look="quiet"
      title={told}
      aria-label={t('goThere', { what: told })}
      className="relative tabular-nums"
      icon={<MessageSquare aria-hidden size={14} />}
      onClick={() => {
        stopWaiting.current()
        // The code of what is under the text comes behind the text.
        stopWaiting.current = onceSet(deskOf(storyId).reveal, (reveal) => reveal())
      }}
    >
      {open === 0 ? null : open}
      {isFresh ? (
        <span
          aria-hidden
          className="absolute top-1 start-4.5 size-2 rounded-full bg-accent ring-2 ring-surface"
        />
      ) : null}
    </Button>
  )
}
