import { textsOf } from '#components/language/loaded.ts'
import type { Readiness } from '#lib/domain/readiness.ts'

const RADIUS = 5.25
const ROUND = 2 * Math.PI * RADIUS

/** How many of the required checks a story meets: a ring that fills, and a tick when it is whole. */
export function ReadinessRing({
  readiness,
  size = 14,
}: {
  readonly readiness: Pick<Readiness, 'met' | 'of'>
  readonly size?: number
}) {
  const { met, of } = readiness
  const says = checksMet(readiness)
  return (
    <svg
      viewBox="0 0 14 14"
      width={size}
      height={size}
      fill="none"
      role="img"
      aria-label={says}
      className="shrink-0"
    >
      <title>{says}</title>
      {met < of ? (
        <>
          <circle cx={7} cy={7} r={RADIUS} stroke="var(--color-border)" strokeWidth={2.5} />
          {met > 0 ? (
            <circle
              cx={7}
              cy={7}
              r={RADIUS}
              stroke="var(--color-ready-dot)"
              strokeWidth={2.5}
              strokeDasharray={`${(met / of) * ROUND} ${ROUND}`}
              transform="rotate(-90 7 7)"
            />
          ) : null}
        </>
      ) : (
        <>
          <circle cx={7} cy={7} r={RADIUS} stroke="var(--color-ready-dot)" strokeWidth={1.75} />
          <path
            d="m4.6 7.1 1.7 1.7 3.1-3.5"
            stroke="var(--color-ready-dot)"
            strokeWidth={1.75}
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </>
      )}
    </svg>
  )
}

/** `3 of 5 checks met`. */
export function checksMet({ met, of }: Pick<Readiness, 'met' | 'of'>): string {
  return textsOf('flow')('checksMet', { met, of })
}
