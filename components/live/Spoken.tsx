'use client'

import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { ReadyArea } from '#components/actions/index.ts'
import type { TextsIn } from '#components/language/messages.ts'
import type { Session } from '#lib/domain/sessions/session.ts'
import { type News, newsBetween, timeNews } from './news.ts'
import { currentItem } from './votes.ts'
import type { RoomTarget } from './sessionActions.ts'

/** Says what happens in a session, for whoever does not see it: stories, votes, time, outcomes, who facilitates. */
export function Spoken({
  target: { room, now },
  area,
  spread,
}: {
  readonly target: RoomTarget
  readonly area: ReadyArea
  /** Says how revealed votes lie. */
  readonly spread: (session: Session, story: string) => string
}) {
  const t = useTranslations('live.news')
  const { session } = room
  const [said, setSaid] = useState('')
  const seen = useRef(session)
  useEffect(() => {
    const before = seen.current
    seen.current = session
    if (before === session) return
    const words = newsBetween(before, session).map((news) =>
      news.what === 'revealed'
        ? t('revealed', { story: titleOf(area, news.story), spread: spread(session, news.story) })
        : inWords(t, news, area),
    )
    if (words.length > 0) setSaid(words.join(' '))
  }, [session, area, spread, t])

  const time = timeNews(session, now)
  const minutes = currentItem(session)?.minutes ?? 0
  // Said once for each story and length of its box, not at every second.
  const moment = time ? `${time.what} ${'story' in time ? time.story : ''} ${minutes}` : ''
  const lastMoment = useRef(moment)
  useEffect(() => {
    if (moment === lastMoment.current) return
    lastMoment.current = moment
    if (time) setSaid(inWords(t, time, area))
  }, [moment, time, area, t])
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  )
}

function inWords(t: TextsIn<'live.news'>, news: News, area: ReadyArea): string {
  switch (news.what) {
    case 'outcome':
      return t('outcome', {
        story: titleOf(area, news.story),
        outcome: [t(`outcomes.${news.outcome}`), news.size].filter(Boolean).join(' '),
      })
    case 'facilitator':
    case 'floor':
      return t(news.what, { name: area.members.get(news.person)?.name ?? t('somebody') })
    case 'paused':
    case 'resumed':
    case 'closing':
    case 'ended':
      return t(news.what)
    case 'revealed':
      return t('revealed', { story: titleOf(area, news.story), spread: '' })
    case 'takenUp':
    case 'voteOpened':
    case 'allVoted':
    case 'nearlyOver':
    case 'timeOver':
    case 'extended':
    case 'shortened':
      return t(news.what, { story: titleOf(area, news.story) })
  }
}

function titleOf(area: ReadyArea, id: string): string {
  const story = area.stories.get(id)
  return story ? [story.key, story.title].filter(Boolean).join(' ') : '…'
}
