'use client'

import { Vote } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { AskedAhead } from '#components/live/around/AskedAhead.tsx'
import { Invite } from '#components/live/around/Invite.tsx'
import { Facilitator } from '#components/live/Facilitator.tsx'
import { listOf } from '#components/live/places.ts'
import { askInSession, type RoomTarget } from '#components/live/sessionActions.ts'
import { useEnding } from '#components/live/useEnding.tsx'
import { Link } from '#components/shell/Link.tsx'
import { navigate } from '#components/shell/location.ts'
import { Button } from '#components/ui/Button.tsx'
import { buttonClasses } from '#components/ui/buttonClasses.ts'
import { moment } from '#components/ui/dates.ts'
import { AddStories, SuggestedQueue } from './AddStories.tsx'
import { OpenRounds } from './OpenRounds.tsx'
import type { Planned } from './planned.ts'
import { Queue } from './Queue.tsx'
import { RoundCard } from './RoundCard.tsx'
import { votedAhead } from './rounds.ts'

/** A planning session that has not begun: its queue, the votes that are given ahead, and the start. */
export function Prepare({
  target,
  planned,
}: {
  readonly target: RoomTarget
  readonly planned: Planned
}) {
  const t = useTranslations('planning.prepare')
  const [isOpening, setOpening] = useState(false)
  const { room, now } = target
  const { session, isMine, mayTakePart, isCurrent } = room
  const ahead = votedAhead(session.agenda)
  const open = session.agenda.filter(({ outcome }) => outcome === null)
  const mayOpen = open.some(({ vote }) => vote?.phase !== 'open')
  const show = (story: string) => document.getElementById(`round-${story}`)?.scrollIntoView()
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto flex w-full max-w-3xl flex-col gap-6 px-4 py-6 md:px-8 md:py-8">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <div className="min-w-0 flex-1">
            <h2 className="text-editor font-semibold wrap-anywhere">{session.name}</h2>
            <p className="text-label text-muted">
              {session.startsAt === null ? t('anytime') : moment(session.startsAt)}
            </p>
          </div>
          <Facilitator target={target} area={planned.area} />
        </div>
        <Invite room={room} />
        {ahead.length === 0 ? null : (
          <section aria-label={t('rounds')} className="flex flex-col gap-2">
            <h3 className="text-label font-semibold text-muted">{t('rounds')}</h3>
            {ahead.map((item) => (
              <div key={item.story} id={`round-${item.story}`} className="scroll-mt-4">
                <RoundCard target={target} planned={planned} item={item} />
              </div>
            ))}
          </section>
        )}
        <section aria-label={t('queue')} className="flex flex-col gap-2">
          <div className="flex flex-wrap items-center gap-2">
            <h3 className="flex-1 text-label font-semibold text-muted">
              {t('queueOf', { count: session.agenda.length })}
            </h3>
            {isMine && isCurrent && mayOpen ? (
              <Button
                size="small"
                icon={<Vote aria-hidden size={14} />}
                aria-haspopup="dialog"
                onClick={() => setOpening(true)}
              >
                {t('openRounds')}
              </Button>
            ) : null}
            {mayTakePart ? <AddStories room={room} planned={planned} /> : null}
          </div>
          <Queue room={room} planned={planned} now={now} onRound={show} />
          {planned.backlog.stories.length === 0 ? (
            <p className="flex flex-wrap items-center gap-2 text-interface text-muted">
              {t('noBacklog')}
              <Link
                to={{ page: 'backlog', team: planned.team.id }}
                className={buttonClasses('secondary', 'small')}
              >
                {t('toBacklog')}
              </Link>
            </p>
          ) : null}
        </section>
        {mayTakePart ? <SuggestedQueue room={room} planned={planned} /> : null}
        <AskedAhead room={room} area={planned.area} />
        <Start target={target} hasStories={open.length > 0} />
      </div>
      {isOpening ? (
        <OpenRounds target={target} planned={planned} onClose={() => setOpening(false)} />
      ) : null}
    </div>
  )
}

/** The start, and why there is none yet; the way to call it off, or to be done where every story has its size. */
function Start({
  target: { room },
  hasStories,
}: {
  readonly target: RoomTarget
  readonly hasStories: boolean
}) {
  const t = useTranslations('planning.prepare')
  const { session, mayRun, isMine } = room
  const isSettled = session.agenda.length > 0 && !hasStories
  const { end, question } = useEnding(room, () => navigate(listOf(session)))
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        {mayRun ? (
          <Button
            look="primary"
            disabled={!hasStories}
            aria-describedby={hasStories ? undefined : 'planning-why-not'}
            onClick={() => runAction(askInSession, { room, command: { type: 'startSession' } })}
          >
            {t('start')}
          </Button>
        ) : (
          <p className="text-muted">{t('waits')}</p>
        )}
        {isMine ? (
          <Button look={isSettled ? 'secondary' : 'danger'} onClick={end}>
            {t(isSettled ? 'finish' : 'callOff')}
          </Button>
        ) : null}
        {question}
      </div>
      {mayRun && !hasStories ? (
        <p id="planning-why-not" className="text-label text-muted">
          {t(isSettled ? 'settled' : 'empty')}
        </p>
      ) : null}
    </div>
  )
}
