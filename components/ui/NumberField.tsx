'use client'

import { NumberField as Base } from '@base-ui/react/number-field'
import { classes } from './classes.ts'
import { fieldClasses } from './Input.tsx'

/** A whole number within limits; arrow keys count, and what lies beyond a limit becomes the limit. */
export function NumberField({
  label,
  value,
  min,
  max,
  unit,
  onChange,
  disabled = false,
  describedBy,
  className,
}: {
  /** What is counted, for assistive technology. */
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  /** Written behind the field: "days". */
  readonly unit?: string
  readonly onChange: (value: number) => void
  readonly disabled?: boolean
  readonly describedBy?: string
  readonly className?: string
}) {
  return (
    <Base.Root
      value={value}
      min={min}
      max={max}
      step={1}
      disabled={disabled}
      format={WHOLE}
      onValueChange={(next) => {
        // Empty while another number is typed: the last one holds until then.
        if (next !== null) onChange(Math.round(next))
      }}
      className={classes('inline-flex items-center gap-2', className)}
    >
      <Base.Input
        aria-label={label}
        aria-describedby={describedBy}
        className={classes(fieldClasses, 'h-control w-20! px-2.5 text-end')}
      />
      {unit ? <span className="text-interface text-muted">{unit}</span> : null}
    </Base.Root>
  )
}

const WHOLE = { maximumFractionDigits: 0, useGrouping: false } as const
