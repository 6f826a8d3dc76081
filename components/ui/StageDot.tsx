import type { ReactNode } from 'react'

export type DotShape = 'idea' | 'refinement' | 'ready' | 'backlog' | 'wont-do'

/**
 * A dot for each stage, told apart by shape as well as colour: dashed ring, half-filled ring, filled with a tick, filled
 * square, crossed-out ring. Hidden from assistive technology unless `label` is given: the stage's name stands beside it.
 */
export function StageDot({
  stage,
  size = 14,
  label,
}: {
  readonly stage: DotShape
  readonly size?: number
  readonly label?: string
}) {
  return (
    <svg
      viewBox="0 0 14 14"
      width={size}
      height={size}
      fill="none"
      className="shrink-0"
      style={{ color: `var(--color-${stage}-dot)` }}
      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
    >
      {SHAPES[stage]}
    </svg>
  )
}

const ring = { cx: 7, cy: 7, r: 5.25, stroke: 'currentColor', strokeWidth: 1.75 }

const SHAPES: Record<DotShape, ReactNode> = {
  idea: <circle {...ring} strokeDasharray="2.1 2.023" strokeLinecap="butt" />,
  refinement: (
    <>
      <circle {...ring} />
      <path d="M7 3.75a3.25 3.25 0 0 1 0 6.5z" fill="currentColor" />
    </>
  ),
  ready: (
    <>
      <circle cx={7} cy={7} r={6.125} fill="currentColor" />
      <path
        d="m4.4 7.2 1.8 1.8 3.4-3.8"
        stroke="var(--color-surface)"
        strokeWidth={1.6}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  backlog: <rect x={1.5} y={1.5} width={11} height={11} rx={3} fill="currentColor" />,
  'wont-do': (
    <>
      <circle {...ring} />
      <path d="m3.4 10.6 7.2-7.2" stroke="currentColor" strokeWidth={1.75} />
    </>
  ),
}
