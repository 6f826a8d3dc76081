'use client'

import { memo } from 'react'
import { ForecastDay } from '#components/cards/pace/ForecastDay.tsx'
import { useStore } from '#components/cards/store.ts'
import { useBacklog } from './backlog.ts'
import { useTeamFacts } from './teamFacts.ts'

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
  return <ForecastDay p50={p50} p85={p85} today={today} className={className} />
})
