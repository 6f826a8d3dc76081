import { span } from '#components/cards/days.ts'
import { textsOf } from '#components/language/loaded.ts'
import { inAList } from '#components/language/pageLanguage.ts'
import { classes } from '#components/ui/classes.ts'
import type { Capacity } from '#lib/domain/capacity.ts'
import { addDays } from '#lib/domain/iterations.ts'
import { amount } from './sentences.ts'
import type { NextIteration } from './useCapacity.ts'

/** What the last iterations came to, as a row of bars; said in words to whoever does not see it. */
export function LastIterations({
  capacity: { unit, past },
  days,
  today,
  className,
}: Pick<NextIteration, 'days' | 'today'> & {
  readonly capacity: Extract<Capacity, { kind: 'known' }>
  readonly className?: string
}) {
  const t = textsOf('pace')
  const most = Math.max(1, ...past.map(({ done }) => done ?? 0))
  const inWords = past.map(({ done }) => (done === null ? t('notKnown') : amount(done, unit)))
  return (
    <span
      role="img"
      aria-label={t('lastWere', { count: past.length, sums: inAList(inWords) })}
      className={classes('flex h-4 items-end gap-0.5', className)}
    >
      {past.map(({ startsOn, done }, index) => (
        <span
          key={startsOn}
          title={t('barOf', {
            span: span({ startsOn, endsOn: addDays(startsOn, days - 1) }, today),
            done: inWords[index] ?? '',
          })}
          className="flex h-full w-1.5 items-end forced-color-adjust-none"
        >
          <span
            className={classes(
              'w-full rounded-t-[1px]',
              done === null ? 'border-b border-dashed border-subtle' : 'bg-backlog-dot',
            )}
            style={{ height: `${Math.max(8, Math.round(((done ?? 0) / most) * 100))}%` }}
          />
        </span>
      ))}
    </span>
  )
}
