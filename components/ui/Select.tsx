'use client'

import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { classes } from './classes.ts'
import { useFieldControl } from './fieldContext.ts'
import { fieldClasses } from './Input.tsx'

export interface SelectProps<Value extends string> extends Omit<
  ComponentProps<'select'>,
  'className' | 'value' | 'onChange'
> {
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
  readonly className?: string
}

/** One of several, as the device shows such lists. Inside a `Field` it takes its label from there. */
export function Select<Value extends string>({
  value,
  options,
  onChange,
  className,
  ...rest
}: SelectProps<Value>) {
  const field = useFieldControl()
  return (
    <div className={classes('relative', className)}>
      <select
        {...field}
        {...rest}
        value={value}
        onChange={(event) => onChange(event.target.value as Value)}
        className={classes(fieldClasses, 'h-control appearance-none ps-2.5 pe-8')}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        size={14}
        className="pointer-events-none absolute top-1/2 end-2.5 -translate-y-1/2 text-muted"
      />
    </div>
  )
}
