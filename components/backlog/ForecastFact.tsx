'use client'

import { memo } from 'react'
import { shortDate } from '#components/cards/days.ts'
import { forecastInWords } from '#components/cards/pace/forecasts.ts'
import { useStore } from '#components/cards/store.ts'
import { daysFrom } from '#lib/domain/iterations.ts'
import { textsOf } from '#components/language/loaded.ts'
import { classes } from '#components/ui/classes.ts'
import { useBacklog } from './backlog.ts'
import { useTeamFacts } from './teamFacts.ts'

/** So many days ahead no other day is called the same. */
const NEAR_DAYS = 300

/**
 * When a story is likely to be done (FC2). It follows its own dates alone, because one move changes those of many stories, and
 * is no reason to render the rest of their rows.
 */
export const ForecastFact = memo(function ForecastFact({
  story,
  className,
}: {
  /** Its id. */
  readonly story: string
  readonly className?: string
}) {
  const { state } = useBacklog()
  const { today } = useTeamFacts()
  const hasAny = useStore(state, ({ forecasts }) => forecasts.size > 0)
  const p50 = useStore(state, ({ forecasts }) => forecasts.get(story)?.p50 ?? null)
  const p85 = useStore(state, ({ forecasts }) => forecasts.get(story)?.p85 ?? null)
  if (!hasAny) return null
  const looks = classes('shrink-0 text-meta whitespace-nowrap text-muted tabular-nums', className)
  if (p50 === null || p85 === null) return <span className={looks} />
  const inWords = forecastInWords(p50, p85, today)
  // Under a year ahead a day needs no year.
  const day = shortDate(p85, daysFrom(today, p85) < NEAR_DAYS ? p85 : today)
  return (
    <span title={inWords} className={looks}>
      <span aria-hidden>{textsOf('pace.forecast')('short', { day })}</span>
      <span className="sr-only">{inWords}</span>
    </span>
  )
})
