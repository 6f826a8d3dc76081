'use client'

import { Button as BaseButton } from '@base-ui/react/button'
import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes.ts'

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger'

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  readonly look?: ButtonLook
  readonly size?: 'normal' | 'small'
  /** An icon of 16 px before the text. */
  readonly icon?: ReactNode
  /** Something goes on: keeps the focus, takes no further press. */
  readonly busy?: boolean
  readonly className?: string
}

const LOOKS: Record<ButtonLook, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover border-transparent font-medium',
  secondary: 'bg-surface text-text border-border hover:bg-hover hover:border-control/50',
  quiet: 'text-muted border-transparent hover:bg-hover hover:text-text',
  danger: 'bg-surface text-danger border-border hover:bg-danger-tint hover:border-danger/40',
}

/** Gives the classes of a button, for a link that looks like one. */
export function buttonClasses(
  look: ButtonLook = 'secondary',
  size: 'normal' | 'small' = 'normal',
): string {
  return classes(
    'inline-flex shrink-0 items-center justify-center gap-1.5 rounded-button border whitespace-nowrap select-none',
    'transition-colors data-disabled:cursor-not-allowed data-disabled:opacity-55 data-popup-open:bg-hover',
    size === 'normal' ? 'h-control px-3 text-interface' : 'h-control-small px-2 text-label',
    LOOKS[look],
  )
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
    <BaseButton
      type="button"
      {...rest}
      disabled={disabled || busy}
      focusableWhenDisabled={busy}
      aria-busy={busy || undefined}
      className={classes(buttonClasses(look, size), className)}
    >
      {icon}
      {children}
    </BaseButton>
  )
}
