'use client'

import { span } from '#components/cards/days.ts'
import { textsOf } from '#components/language/loaded.ts'
import { classes } from '#components/ui/classes.ts'
import type { Team } from '#lib/domain/team.ts'
import { LastIterations } from './LastIterations.tsx'
import { Meter } from './Meter.tsx'
import { plannedInWords } from './sentences.ts'
import { type NextIteration, useCapacity } from './useCapacity.ts'

/**
 * How much of what a team usually gets done its next iteration holds, in one line that follows while stories are moved and
 * sized; where it has no iterations, what is likely in the next two weeks. The texts `pace` must be here.
 */
export function CapacityLine({
  team,
  className,
}: {
  readonly team: Team
  readonly className?: string
}) {
  const next = useCapacity(team)
  if (!next) return null
  if (next.kind === 'iteration') return <NextLine next={next} className={className} />
  const t = textsOf('pace')
  return (
    <p className={classes('text-label text-muted', className)}>
      {next.likely === null ? t('likelyUnknown') : t('likely', { count: next.likely })}
    </p>
  )
}

function NextLine({
  next: { iteration, days, today, capacity, unit, load },
  className,
}: {
  readonly next: NextIteration
  readonly className?: string | undefined
}) {
  const t = textsOf('pace')
  return (
    <div
      role="group"
      aria-label={t('nextIs', { span: span(iteration, today) })}
      className={classes(
        'flex flex-wrap items-center gap-x-2 gap-y-1 text-label text-muted tabular-nums',
        className,
      )}
    >
      <span>{t('nextIs', { span: span(iteration, today) })}</span>
      <span className="font-medium text-text">{plannedInWords(load.sum, unit, capacity)}</span>
      {capacity.kind === 'known' ? (
        <>
          <Meter sum={load.sum} mean={capacity.mean} />
          <Over sum={load.sum} mean={capacity.mean} />
          <span aria-hidden>{t('last', { count: capacity.past.length })}</span>
          <LastIterations capacity={capacity} days={days} today={today} />
        </>
      ) : (
        <span>{t('unknown.short')}</span>
      )}
    </div>
  )
}

/** That more is planned than the team usually gets done, in words: colour alone says it to nobody. */
export function Over({ sum, mean }: { readonly sum: number; readonly mean: number }) {
  if (sum <= mean) return null
  return (
    <span className="font-medium text-danger">{textsOf('pace')('over', { by: sum - mean })}</span>
  )
}
