import { useTranslations } from 'use-intl/react'
import { Report } from '#components/live/around/Report.tsx'
import type { Room } from '#components/live/room.ts'
import { PlanFacts } from './PlanFacts.tsx'
import type { Planned } from './planned.ts'
import { Revealed } from './Revealed.tsx'

/** A planning session that is over: the size of each story and the votes that led to it, what was decided, who was there. */
export function Ended({ room, planned }: { readonly room: Room; readonly planned: Planned }) {
  const t = useTranslations('planning.ended')
  const { session } = room
  const { area, team } = planned
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto flex w-full max-w-3xl flex-col gap-6 px-4 py-6 md:px-8 md:py-8">
        <Report room={room} area={area}>
          <PlanFacts session={session} planned={planned} />
        </Report>
        {session.agenda.some(({ vote }) => vote?.phase === 'revealed') ? (
          <section aria-label={t('votes')} className="flex flex-col gap-4">
            <h3 className="text-label font-semibold text-muted">{t('votes')}</h3>
            {session.agenda.map(({ story: id, vote }) => {
              const story = area.stories.get(id)
              return vote?.phase === 'revealed' ? (
                <div key={id} className="flex flex-col gap-2">
                  <h4 className="text-interface font-medium wrap-anywhere">
                    {story ? [story.key, story.title].filter(Boolean).join(' ') : t('hidden')}
                  </h4>
                  <Revealed vote={vote} team={team} members={area.members} isOver />
                </div>
              ) : null
            })}
          </section>
        ) : null}
      </div>
    </div>
  )
}
