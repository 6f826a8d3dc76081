'use client'

import { span } from '#components/cards/days.ts'
import { CapacityDetails } from '#components/cards/pace/CapacityDetails.tsx'
import { CapacityLine } from '#components/cards/pace/CapacityLine.tsx'
import type { FillTarget } from '#components/cards/pace/fillActions.ts'
import { forecastsOf } from '#components/cards/pace/forecasts.ts'
import { useCapacity } from '#components/cards/pace/useCapacity.ts'
import { useStore } from '#components/cards/store.ts'
import { textsOf } from '#components/language/loaded.ts'
import type { Backlog as TeamBacklog } from '#lib/client/client.ts'
import { useBacklog } from './backlog.ts'
import { useTeamFacts } from './teamFacts.ts'

/**
 * Where the dates of the stories come from, or why there are none, and what is likely next: where the team has iterations that
 * stands in the bar, which on narrow screens has no room for it.
 */
export function PaceNote({
  content,
  fill,
}: {
  readonly content: TeamBacklog
  readonly fill: FillTarget
}) {
  const { state } = useBacklog()
  const { team } = useTeamFacts()
  const now = useStore(state, (value) => value.now)
  const next = useCapacity(team)
  const { from } = forecastsOf(team, content, now)
  const t = textsOf('pace')
  return (
    <>
      <h3 className="mt-2 text-body font-semibold text-text">{t('forecast.title')}</h3>
      <p>
        {t(from.kind === 'known' ? 'forecast.dates' : `forecast.${from.why}`, {
          weeks: from.weeks,
        })}
      </p>
      {next?.kind === 'iteration' ? (
        <section className="xl:hidden">
          <h3 className="mt-2 mb-1 text-body font-semibold text-text">
            {t('nextIs', { span: span(next.iteration, next.today) })}
          </h3>
          <CapacityDetails next={next} fill={fill} />
        </section>
      ) : (
        <CapacityLine team={team} className="text-interface!" />
      )}
    </>
  )
}
