'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl/react'
import { useReadable, useWorkspaceClient } from '#components/session/hooks.ts'
import { Link } from '#components/shell/Link.tsx'
import { excerptOf } from '#lib/domain/inbox/notice.ts'
import type { Story } from '#lib/domain/story.ts'
import { plainComment } from '#lib/domain/talk/mentions.ts'
import type { Thread } from '#lib/domain/talk/thread.ts'
import type { MemberInfo } from '#lib/schema/wire.ts'

/** So many are written out. */
const SHOWN = 3

/** The open threads of a story, each with the way to it; until they are known, how many there are. */
export function AskedThreads({
  story,
  members,
}: {
  readonly story: Story
  readonly members: ReadonlyMap<string, MemberInfo>
}) {
  const t = useTranslations('around.asked')
  const client = useWorkspaceClient()
  const view = useReadable(useMemo(() => client.talk(story.id), [client, story.id]))
  const open = view.phase === 'ready' ? view.threads.filter(({ resolved }) => !resolved) : []
  const shown = open.slice(0, SHOWN)
  const more = story.talk.open - shown.length
  return (
    <>
      {shown.map((thread) => (
        <p key={thread.id} className="wrap-anywhere text-interface">
          <Link
            to={{ page: 'story', key: story.key ?? story.id }}
            hash={`comment.${thread.comments[0]?.id ?? ''}`}
            className="underline-offset-2 hover:underline"
          >
            {wordsOf(thread) || t('wordless')}
          </Link>
          <span className="text-label text-muted">
            {' · '}
            {members.get(thread.comments[0]?.by ?? '')?.name ?? t('somebody')}
            {thread.comments.length > 1
              ? ` · ${t('answers', { count: thread.comments.length - 1 })}`
              : ''}
          </span>
        </p>
      ))}
      {more > 0 ? (
        <p className="text-label text-muted">
          {t(shown.length > 0 ? 'moreThreads' : 'threads', { count: more })}
        </p>
      ) : null}
    </>
  )
}

function wordsOf({ comments, suggestion }: Thread): string {
  const [first] = comments
  return excerptOf(plainComment(first?.text ?? '') || (suggestion?.to ?? ''))
}
