'use client'

import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'

export interface Segment<Value extends string> {
  readonly value: Value
  readonly label: ReactNode
  readonly icon?: ReactNode
}

/** One of a few, side by side; arrow keys choose. */
export function Segmented<Value extends string>({
  label,
  value,
  segments,
  onChange,
  disabled = false,
  className,
}: {
  /** What is being chosen, for assistive technology. */
  readonly label: string
  readonly value: Value
  readonly segments: readonly Segment<Value>[]
  readonly onChange: (value: Value) => void
  readonly disabled?: boolean
  readonly className?: string
}) {
  return (
    <RadioGroup
      aria-label={label}
      value={value}
      disabled={disabled}
      onValueChange={(next) => onChange(next as Value)}
      className={classes(
        'inline-grid max-w-full auto-cols-fr grid-flow-col rounded-button border bg-sunken p-0.5',
        className,
      )}
    >
      {segments.map((segment) => (
        <Radio.Root
          key={segment.value}
          value={segment.value}
          nativeButton
          render={<button type="button" />}
          className="inline-flex h-[calc(var(--spacing-control-small)-4px)] items-center justify-center gap-1.5 rounded-control border border-transparent px-2.5 text-label whitespace-nowrap text-muted transition-colors max-md:px-2 hover:text-text data-checked:border-border data-checked:bg-surface data-checked:font-medium data-checked:text-text data-disabled:cursor-not-allowed data-disabled:hover:text-muted"
        >
          {segment.icon}
          {segment.label}
        </Radio.Root>
      ))}
    </RadioGroup>
  )
}
