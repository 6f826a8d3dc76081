'use client'

import type { ComponentProps } from 'react'
import { classes } from './classes.ts'
import { useFieldControl } from './fieldContext.ts'

export interface InputProps extends Omit<ComponentProps<'input'>, 'className'> {
  readonly className?: string
}

export const fieldClasses = classes(
  'w-full rounded-control border border-control/60 bg-surface text-body text-text transition-colors',
  'hover:border-control focus:border-focus focus:outline-2 focus:-outline-offset-1 focus:outline-focus',
  'aria-invalid:border-danger disabled:cursor-not-allowed disabled:bg-sunken disabled:text-muted [&[readonly]]:bg-sunken',
)

/** A line of text. Inside a `Field` it takes its label, name and error from there. */
export function Input({ className, ...rest }: InputProps) {
  const field = useFieldControl()
  return (
    <input {...field} {...rest} className={classes(fieldClasses, 'h-control px-2.5', className)} />
  )
}
