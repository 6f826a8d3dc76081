import { classes } from '#components/ui/classes.ts'

/** How full an iteration is, beside the words that say it. Over the capacity it is full to the brim, and red. */
export function Meter({
  sum,
  mean,
  className,
}: {
  readonly sum: number
  readonly mean: number
  readonly className?: string
}) {
  return (
    <span
      aria-hidden
      className={classes(
        'block h-2 w-16 shrink-0 overflow-hidden rounded-full border border-current forced-color-adjust-none',
        sum > mean ? 'text-danger' : 'text-backlog',
        className,
      )}
    >
      <span
        className="block h-full bg-current"
        style={{ width: `${Math.round(Math.min(1, sum / mean) * 100)}%` }}
      />
    </span>
  )
}
