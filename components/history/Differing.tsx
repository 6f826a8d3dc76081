import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { classes } from '#components/ui/classes.ts'
import { type Difference, differenceOf } from '#lib/doc/compare/sides.ts'
import type { Content } from '#lib/schema/history.ts'

const LOOK: Record<Difference, string> = {
  added: 'rounded-control bg-ready-tint shadow-[inset_2px_0_var(--color-ready)] px-2 py-0.5 -mx-2',
  removed:
    'rounded-control bg-danger-tint shadow-[inset_2px_0_var(--color-danger)] px-2 py-0.5 -mx-2 line-through decoration-danger/60',
  moved:
    'rounded-control bg-backlog-tint shadow-[inset_2px_0_var(--color-backlog)] px-2 py-0.5 -mx-2',
}

/** Gives the look of a block that differs; nothing for one that does not. */
export function differenceClasses(block: Content): string {
  const difference = differenceOf(block)
  return difference === null ? '' : LOOK[difference]
}

/** A block that is not in the other text, or elsewhere in it. */
export function Differing({
  difference,
  children,
}: {
  readonly difference: Difference
  readonly children: ReactNode
}) {
  return (
    <div className={LOOK[difference]}>
      <HowItDiffers difference={difference} />
      {children}
    </div>
  )
}

/** Colour is never the only sign: for whoever listens, and above what moved. */
export function HowItDiffers({ difference }: { readonly difference: Difference | null }) {
  const t = useTranslations('history')
  if (difference === null) return null
  return (
    <span
      className={classes(
        difference === 'moved' ? 'block text-meta font-medium text-backlog' : 'sr-only',
      )}
    >
      {t(`difference.${difference}`)}
      {difference === 'moved' ? null : ': '}
    </span>
  )
}

/** Words that are in this text only. */
export function Added({ children }: { readonly children: ReactNode }) {
  return (
    <ins className="rounded-control bg-ready-tint text-ready decoration-ready underline-offset-2">
      {children}
    </ins>
  )
}

/** Words that are in the other text only. */
export function Removed({ children }: { readonly children: ReactNode }) {
  return <del className="rounded-control bg-danger-tint text-danger">{children}</del>
}
