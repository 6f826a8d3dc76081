'use client'

import type { ComponentProps, ReactNode } from 'react'
import { showToast } from '#components/ui/toasts.ts'
import { classes } from '#components/ui/classes.ts'

export interface FieldButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  /** Why the field cannot be changed, and whom to ask; it stays reachable and says so. Null: it can. */
  readonly locked: string | null
  /** Nothing is chosen yet: what stands here invites. */
  readonly isEmpty?: boolean
  readonly children: ReactNode
}

/** The value of a field; pressing it changes it, or says why that is not possible. */
export function FieldButton({
  locked,
  isEmpty = false,
  children,
  onClick,
  ...rest
}: FieldButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      title={locked ?? rest.title}
      aria-disabled={locked !== null || undefined}
      onClick={(event) => {
        if (locked === null) return onClick?.(event)
        showToast({ id: locked, title: locked })
      }}
      className={classes(
        'target flex min-h-7 coarse:min-h-11 max-w-full min-w-0 items-center gap-1.5 rounded-button border border-transparent px-1.5 text-start text-interface transition-colors',
        locked === null
          ? 'hover:border-border hover:bg-hover data-popup-open:border-border data-popup-open:bg-hover'
          : 'cursor-help!',
        isEmpty ? 'text-subtle' : 'text-text',
      )}
    >
      {children}
    </button>
  )
}
