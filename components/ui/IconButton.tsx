'use client'

import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes.ts'
import { PlainButton } from './PlainButton.tsx'
import { Tooltip } from './Tooltip.tsx'

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  /** What it does: read aloud, and shown as a tooltip. */
  readonly label: string
  /** An icon of 16 px. */
  readonly children: ReactNode
  /** Shown in the tooltip, like `C` or `G R`. */
  readonly keys?: string
  readonly size?: 'normal' | 'small'
  /** False where the label is written beside it already. */
  readonly tooltip?: boolean
  readonly className?: string
}

/** A square button with an icon only. */
export function IconButton({
  label,
  children,
  keys,
  size = 'normal',
  tooltip = true,
  className,
  ...rest
}: IconButtonProps) {
  const button = (
    <PlainButton
      aria-label={label}
      {...rest}
      className={classes(
        'target inline-flex shrink-0 items-center justify-center rounded-button text-muted transition-colors',
        'hover:bg-hover hover:text-text data-popup-open:bg-hover data-popup-open:text-text',
        'data-disabled:cursor-not-allowed data-disabled:opacity-55',
        size === 'normal' ? 'size-control' : 'size-control-small',
        className,
      )}
    >
      {children}
    </PlainButton>
  )
  return tooltip ? (
    <Tooltip text={label} keys={keys}>
      {button}
    </Tooltip>
  ) : (
    button
  )
}
