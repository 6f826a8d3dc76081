import { shortDate } from '#components/cards/days.ts'
import { textsOf } from '#components/language/loaded.ts'
import { classes } from '#components/ui/classes.ts'
import { daysFrom } from '#lib/domain/iterations.ts'
import { forecastInWords } from './forecasts.ts'

/** So many days ahead no other day is called the same. */
const NEAR_DAYS = 300

/**
 * The day by which a story is likely done (FC2), in words to whoever hears it. Days are `YYYY-MM-DD`; without them it keeps
 * its room in a line. The texts `pace` must be here.
 */
export function ForecastDay({
  p50,
  p85,
  today,
  className,
}: {
  readonly p50: string | null
  readonly p85: string | null
  readonly today: string
  readonly className?: string | undefined
}) {
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
}
