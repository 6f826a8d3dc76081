'use client'

import type { ReactNode } from 'react'
import { classes } from '#components/ui/classes.ts'

/**
 * A fact of a story that can be changed where it is shown: a button that opens a menu, or plain words with the reason as a
 * tooltip for whoever may not.
 */
export function Chip({
  opens,
  label,
  tabbable,
  whyNot,
  empty = false,
  onOpen,
  className,
  children,
}: {
  /** What its menu is found by. */
  readonly opens: string
  /** What it says and does, for assistive technology. */
  readonly label: string
  /** Tab reaches it: only in the row that has the focus. */
  readonly tabbable: boolean
  /** Why this person may not change it; null when they may. */
  readonly whyNot: string | null
  /** There is nothing to show yet: it waits for the pointer or the focus. A finger finds it in the menu of the story. */
  readonly empty?: boolean
  readonly onOpen: () => void
  readonly className?: string
  readonly children: ReactNode
}) {
  const looks = classes(
    'inline-flex h-6 min-w-0 items-center gap-1 rounded-control px-1.5 text-label whitespace-nowrap text-muted',
    className,
  )
  if (whyNot !== null) {
    return (
      <span title={whyNot} className={classes(looks, empty && 'invisible coarse:hidden')}>
        <span className="sr-only">{label}</span>
        <span aria-hidden className="contents">
          {children}
        </span>
      </span>
    )
  }
  return (
    <button
      type="button"
      data-opens={opens}
      aria-label={label}
      aria-haspopup="menu"
      title={label}
      tabIndex={tabbable ? 0 : -1}
      onClick={onOpen}
      className={classes(
        looks,
        'target border border-transparent transition-colors hover:border-border hover:bg-surface hover:text-text',
        empty &&
          'text-subtle opacity-0 group-focus-within/card:opacity-100 group-hover/card:opacity-100 focus-visible:opacity-100 coarse:hidden',
      )}
    >
      {children}
    </button>
  )
}
