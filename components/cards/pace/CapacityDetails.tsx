'use client'

import { availability, runAction } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { Button } from '#components/ui/Button.tsx'
import { classes } from '#components/ui/classes.ts'
import { fillNext, type FillTarget } from './fillActions.ts'
import { LastIterations } from './LastIterations.tsx'
import { Meter } from './Meter.tsx'
import { amount, plannedInWords, standing, unsizedInWords } from './sentences.ts'
import type { NextIteration } from './useCapacity.ts'

/** How full the next iteration is, what that is measured by, and a press that fills it. */
export function CapacityDetails({
  next: { days, today, capacity, unit, load },
  fill,
  className,
}: {
  readonly next: NextIteration
  readonly fill: FillTarget
  readonly className?: string
}) {
  const t = textsOf('pace')
  const unsized = unsizedInWords(load)
  const can = availability(fillNext, fill)
  return (
    <div className={classes('flex flex-col gap-2 text-muted', className)}>
      <p className="flex items-center gap-2 font-medium text-text tabular-nums">
        {plannedInWords(load.sum, unit, capacity)}
        {capacity.kind === 'known' ? <Meter sum={load.sum} mean={capacity.mean} /> : null}
      </p>
      <p className={overClass(load.sum, capacity)}>{standing(load.sum, unit, capacity)}</p>
      {unsized === null ? null : <p>{unsized}</p>}
      {capacity.kind === 'known' ? (
        <div className="flex items-end gap-3">
          <p className="flex-1">
            {t('mean', {
              mean: amount(capacity.mean, unit),
              count: capacity.past.filter(({ done }) => done !== null).length,
            })}
          </p>
          <LastIterations capacity={capacity} days={days} today={today} className="h-8!" />
        </div>
      ) : null}
      {can.kind === 'hidden' ? null : (
        <>
          <Button
            size="small"
            aria-disabled={can.kind === 'explained' || undefined}
            className={classes('mt-1 self-start', can.kind === 'explained' && 'opacity-55')}
            onClick={() => runAction(fillNext, fill)}
          >
            {t('commit.open')}
          </Button>
          {can.kind === 'explained' ? <p className="text-label">{can.reason}</p> : null}
        </>
      )}
    </div>
  )
}

function overClass(sum: number, capacity: NextIteration['capacity']): string | undefined {
  return capacity.kind === 'known' && sum > capacity.mean ? 'text-danger' : undefined
}
