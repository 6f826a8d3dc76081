import { useTranslations } from 'use-intl/react'
import type { ReadyArea } from '#components/actions/index.ts'
import { Decisions, ParkingLot } from '#components/live/Notes.tsx'
import { People } from '#components/live/People.tsx'
import type { RoomTarget } from '#components/live/sessionActions.ts'
import { Agenda } from './Agenda.tsx'

/** A meeting that is over: what became of each story, what was decided, who was there. */
export function Ended({ target, area }: { readonly target: RoomTarget; readonly area: ReadyArea }) {
  const t = useTranslations('meeting.ended')
  const { room, now } = target
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto flex w-full max-w-3xl flex-col gap-6 px-4 py-6 md:px-8 md:py-8">
        <div>
          <h2 className="text-editor font-semibold">{room.session.name}</h2>
          <p className="text-label text-muted">{t('over')}</p>
        </div>
        <People room={room} members={area.members} />
        <section aria-label={t('stories')} className="flex flex-col gap-2">
          <h3 className="text-label font-semibold text-muted">{t('stories')}</h3>
          <Agenda room={room} area={area} now={now} />
        </section>
        <Decisions room={room} area={area} />
        <ParkingLot room={room} area={area} />
      </div>
    </div>
  )
}
