export type StepShape = 'todo' | 'in-progress' | 'done'

const COLOURS: Record<StepShape, string> = {
  todo: 'text-subtle',
  'in-progress': 'text-backlog-dot',
  done: 'text-ready-dot',
}

/**
 * A dot for each kind of workflow step, told apart by shape as well as colour: a ring, a half-filled ring, filled with a
 * tick. Hidden from assistive technology: the step's name stands beside it.
 */
export function StepDot({ kind, size = 14 }: { readonly kind: StepShape; readonly size?: number }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 14 14"
      width={size}
      height={size}
      fill="none"
      className={`shrink-0 ${COLOURS[kind]}`}
    >
      {kind === 'done' ? (
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
      ) : (
        <circle cx={7} cy={7} r={5.25} stroke="currentColor" strokeWidth={1.75} />
      )}
      {kind === 'in-progress' ? (
        <path d="M7 3.75a3.25 3.25 0 0 1 0 6.5z" fill="currentColor" />
      ) : null}
    </svg>
  )
}
