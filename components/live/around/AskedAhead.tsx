'use client'

import { useTranslations } from 'use-intl/react'
import type { ReadyArea } from '#components/actions/index.ts'
import type { Room } from '#components/live/room.ts'
import { Link } from '#components/shell/Link.tsx'
import { askedAhead } from './asked.ts'
import { AskedThreads } from './AskedThreads.tsx'

/** So many discussions are read here. */
const TALKS_MAX = 12

/** What is asked about the stories of an agenda before anybody meets: their open questions and threads, and the way to each. */
export function AskedAhead({ room, area }: { readonly room: Room; readonly area: ReadyArea }) {
  const t = useTranslations('around.asked')
  const asked = askedAhead(room.session, area.stories)
  if (room.session.agenda.length === 0) return null
  const read = new Set(asked.filter(({ threads }) => threads > 0).slice(0, TALKS_MAX))
  return (
    <section aria-label={t('title')} className="flex flex-col gap-2">
      <h3 className="text-label font-semibold text-muted">{t('title')}</h3>
      {asked.length === 0 ? (
        <p className="text-label text-muted">{t('none')}</p>
      ) : (
        <ul className="flex flex-col divide-y rounded-card border bg-surface">
          {asked.map((one) => {
            const { story, questions, more, threads } = one
            const to = { page: 'story', key: story.key ?? story.id } as const
            return (
              <li key={story.id} className="flex flex-col gap-1 px-3 py-2">
                <Link to={to} className="font-medium underline-offset-2 hover:underline">
                  {[story.key, story.title].filter(Boolean).join(' ')}
                </Link>
                {questions.map(({ id, text }) => (
                  <Link
                    key={id}
                    to={to}
                    hash={id}
                    className="wrap-anywhere text-interface underline-offset-2 hover:underline"
                  >
                    {text}
                  </Link>
                ))}
                {more > 0 ? (
                  <p className="text-label text-muted">{t('questions', { count: more })}</p>
                ) : null}
                {read.has(one) ? (
                  <AskedThreads story={story} members={area.members} />
                ) : threads > 0 ? (
                  <p className="text-label text-muted">{t('threads', { count: threads })}</p>
                ) : null}
              </li>
            )
          })}
        </ul>
      )}
      <p className="text-label text-muted">{t('how')}</p>
    </section>
  )
}
