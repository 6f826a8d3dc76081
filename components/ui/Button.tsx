'use client'

import type { ComponentProps, ReactNode } from 'react'
import { buttonClasses, type ButtonLook } from './buttonClasses.ts'
import { classes } from './classes.ts'
import { PlainButton } from './PlainButton.tsx'

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  readonly look?: ButtonLook
  readonly size?: 'normal' | 'small'
  /** An icon of 16 px before the text. */
  readonly icon?: ReactNode
  /** Something goes on: keeps the focus, takes no further press. */
  readonly busy?: boolean
  readonly className?: string
}

/** A button. `type` is "button" unless said otherwise. */
export function Button({
  look = 'secondary',
  size = 'normal',
  icon,
  busy = false,
  disabled = false,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <PlainButton
      {...rest}
      disabled={disabled}
      busy={busy}
      className={classes(buttonClasses(look, size), className)}
    >
      {icon}
      {children}
    </PlainButton>
  )
}
