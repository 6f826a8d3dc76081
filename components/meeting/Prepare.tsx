import { useTranslations } from 'use-intl/react'
import { type ReadyArea, runAction } from '#components/actions/index.ts'
import { AskedAhead } from '#components/live/around/AskedAhead.tsx'
import { Invite } from '#components/live/around/Invite.tsx'
import { Facilitator } from '#components/live/Facilitator.tsx'
import { askInSession, type RoomTarget } from '#components/live/sessionActions.ts'
import { navigate } from '#components/shell/location.ts'
import { Button } from '#components/ui/Button.tsx'
import { moment } from '#components/ui/dates.ts'
import { AddStories, Suggestions } from './AddStories.tsx'
import { Agenda } from './Agenda.tsx'

/** A meeting that has not begun: its agenda, what could be on it, and the start. */
export function Prepare({
  target,
  area,
}: {
  readonly target: RoomTarget
  readonly area: ReadyArea
}) {
  const t = useTranslations('meeting.prepare')
  const { room, now } = target
  const { session, mayRun, isMine, mayTakePart } = room
  const minutes = session.agenda.reduce((sum, item) => sum + item.minutes, 0)
  return (
    <div data-scroller className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto flex w-full max-w-3xl flex-col gap-6 px-4 py-6 md:px-8 md:py-8">
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <div className="min-w-0 flex-1">
            <h2 className="text-editor font-semibold">{session.name}</h2>
            <p className="text-label text-muted">
              {session.startsAt === null ? t('anytime') : moment(session.startsAt)}
            </p>
          </div>
          <Facilitator target={target} area={area} />
        </div>
        <Invite room={room} />
        <section aria-label={t('agenda')} className="flex flex-col gap-2">
          <div className="flex flex-wrap items-center gap-2">
            <h3 className="flex-1 text-label font-semibold text-muted">
              {t('agendaOf', { count: session.agenda.length, minutes })}
            </h3>
            {mayTakePart ? <AddStories room={room} area={area} /> : null}
          </div>
          <Agenda room={room} area={area} now={now} />
        </section>
        {mayTakePart ? <Suggestions room={room} area={area} /> : null}
        <AskedAhead room={room} area={area} />
        <div className="flex flex-wrap gap-2">
          {mayRun ? (
            <Button
              look="primary"
              onClick={() => runAction(askInSession, { room, command: { type: 'startSession' } })}
            >
              {t('start')}
            </Button>
          ) : (
            <p className="text-muted">{t('waits')}</p>
          )}
          {isMine ? (
            <Button
              look="danger"
              onClick={() =>
                runAction(askInSession, {
                  room,
                  command: { type: 'endSession' },
                  onAnswer: (answer) => answer.ok && navigate({ page: 'meetings' }),
                })
              }
            >
              {t('callOff')}
            </Button>
          ) : null}
        </div>
      </div>
    </div>
  )
}
