'use client'

import { useTranslations } from 'use-intl/react'
import type { ReadyArea } from '#components/actions/index.ts'
import type { Room } from '#components/live/room.ts'
import { Link } from '#components/shell/Link.tsx'
import { askedAhead } from './asked.ts'

/** What is asked about the stories of an agenda before anybody meets: their open questions and threads, and the way there. */
export function AskedAhead({ room, area }: { readonly room: Room; readonly area: ReadyArea }) {
  const t = useTranslations('around.asked')
  const asked = askedAhead(room.session, area.stories)
  if (room.session.agenda.length === 0) return null
  return (
    <section aria-label={t('title')} className="flex flex-col gap-2">
      <h3 className="text-label font-semibold text-muted">{t('title')}</h3>
      {asked.length === 0 ? (
        <p className="text-label text-muted">{t('none')}</p>
      ) : (
        <ul className="flex flex-col divide-y rounded-card border bg-surface">
          {asked.map(({ story, questions, more, threads }) => (
            <li key={story.id} className="flex flex-col gap-1 px-3 py-2">
              <Link
                to={{ page: 'story', key: story.key ?? story.id }}
                className="font-medium underline-offset-2 hover:underline"
              >
                {[story.key, story.title].filter(Boolean).join(' ')}
              </Link>
              {questions.map(({ id, text }) => (
                <p key={id} className="text-interface">
                  {text}
                </p>
              ))}
              <p className="text-label text-muted">
                {[
                  more > 0 && t('questions', { count: more }),
                  threads > 0 && t('threads', { count: threads }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </li>
          ))}
        </ul>
      )}
      <p className="text-label text-muted">{t('how')}</p>
    </section>
  )
}
