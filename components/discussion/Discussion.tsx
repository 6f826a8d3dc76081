'use client'

import { refusalIn } from '#components/language/refusalText.ts'
import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { useReadable, useSync } from '#components/session/hooks.ts'
import { Button } from '#components/ui/Button.tsx'
import { Skeleton } from '#components/ui/Skeleton.tsx'
import { useNow } from '#components/ui/useNow.ts'
import { newId } from '#lib/client/id.ts'
import type { Thread } from '#lib/domain/talk/thread.ts'
import { Composer } from './Composer.tsx'
import { deskOf } from './desk.ts'
import { startThread } from './talkActions.ts'
import { ThreadCard } from './ThreadCard.tsx'
import { useFresh } from './useFresh.ts'
import { useNamedComment } from './useNamedComment.ts'
import { type TalkAround, useTalk } from './useTalk.ts'

/** All that is said about a story: on it as a whole, and about places in its text. */
export function Discussion({ storyId }: { readonly storyId: string }) {
  const around = useTalk(storyId)
  const now = useNow()
  const named = useReadable(deskOf(storyId).named)
  if (!around) return null
  return (
    <div className="flex flex-col gap-4 py-4">
      <Begin around={around} />
      {around.view.phase === 'loading' ? (
        <Loading />
      ) : (
        <Threads around={around} threads={around.view.threads} named={named} now={now} />
      )}
    </div>
  )
}

function Begin({ around }: { readonly around: TalkAround }) {
  const t = useTranslations('discussion')
  const { client, story, noComment, people } = around
  if (noComment) return <p className="text-label text-subtle">{refusalIn(noComment)}</p>
  return (
    <Composer
      draft={`talk:${story.id}`}
      label={t('commentOn')}
      placeholder={t('commentOnHint')}
      sendLabel={t('comment')}
      people={people}
      onSend={(text) => {
        const target = { client, story: story.id, thread: newId(), text, anchor: null }
        const outcome = runAction(startThread, target, { refusalShown: true })
        return outcome.ok ? null : outcome.message
      }}
    />
  )
}

function Threads({
  around,
  threads,
  named,
  now,
}: {
  readonly around: TalkAround
  readonly threads: readonly Thread[]
  readonly named: string | null
  readonly now: number
}) {
  const t = useTranslations('discussion')
  const [showsResolved, setShowsResolved] = useState(false)
  const isNamed = ({ comments }: Thread) => comments.some(({ id }) => id === named)
  const resolved = threads.filter((thread) => thread.resolved !== null)
  const shown = threads.filter(
    (thread) => thread.resolved === null || showsResolved || isNamed(thread),
  )
  const fresh = useFresh(around.story.id)
  useNamedComment(around.story.id, threads, named)
  return (
    <>
      {threads.length === 0 ? <p className="text-interface text-muted">{t('nothing')}</p> : null}
      {/* The newest threads are next to where one begins to write. */}
      <ul aria-label={t('list')} className="flex flex-col">
        {shown.toReversed().map((thread) => (
          <li key={thread.id} className="border-t py-3 first:border-t-0">
            <ThreadCard
              around={around}
              thread={thread}
              now={now}
              named={named}
              isFresh={fresh.has(thread.id)}
            />
          </li>
        ))}
      </ul>
      {resolved.length > 0 ? (
        <Button
          size="small"
          look="quiet"
          className="self-start"
          aria-expanded={showsResolved}
          onClick={() => setShowsResolved(!showsResolved)}
        >
          {showsResolved ? t('hideResolved') : t('showResolved', { count: resolved.length })}
        </Button>
      ) : null}
    </>
  )
}

/** Not yet known is not empty (I6). */
function Loading() {
  const t = useTranslations('discussion')
  const isOffline = useSync().kind === 'offline'
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), 400)
    return () => clearTimeout(timer)
  }, [])
  if (isOffline) {
    return (
      <p role="status" className="text-interface text-muted">
        {t('notHere')}
      </p>
    )
  }
  return (
    <div aria-busy className="flex flex-col gap-3">
      <span className="sr-only">{t('opening')}</span>
      {isLong ? <Skeleton className="h-10 w-full" /> : null}
    </div>
  )
}
