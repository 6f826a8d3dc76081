'use client'

import type { ComponentProps } from 'react'
import { classes } from './classes.ts'
import { useFieldControl } from './fieldContext.ts'
import { fieldClasses } from './Input.tsx'

export interface TextareaProps extends Omit<ComponentProps<'textarea'>, 'className'> {
  readonly className?: string
}

/** Lines of text; grows with what is typed (CSS `field-sizing`, else it scrolls). Inside a `Field` it takes its label from there. */
export function Textarea({ className, rows = 2, ...rest }: TextareaProps) {
  const field = useFieldControl()
  return (
    <textarea
      rows={rows}
      {...field}
      {...rest}
      className={classes(
        fieldClasses,
        'field-sizing-content max-h-80 min-h-16 resize-none px-2.5 py-1.5',
        className,
      )}
    />
  )
}
