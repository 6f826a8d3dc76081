'use client'

import { Input as BaseInput } from '@base-ui/react/input'
import type { ComponentProps } from 'react'
import { classes } from './classes.ts'

export interface InputProps extends Omit<ComponentProps<'input'>, 'className'> {
  readonly className?: string
}

export const fieldClasses = classes(
  'w-full rounded-control border border-control/60 bg-surface text-body text-text transition-colors',
  'hover:border-control focus:border-focus focus:outline-2 focus:-outline-offset-1 focus:outline-focus',
  'data-invalid:border-danger aria-invalid:border-danger',
  'disabled:cursor-not-allowed disabled:bg-sunken disabled:text-muted [&[readonly]]:bg-sunken',
)

/** A line of text. Inside a `Field` it takes its label and its error from there. */
export function Input({ className, ...rest }: InputProps) {
  return <BaseInput {...rest} className={classes(fieldClasses, 'h-control px-2.5', className)} />
}
