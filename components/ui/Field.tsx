'use client'

import { CircleAlert } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { FieldContext } from './fieldContext.ts'

export interface FieldProps {
  readonly label: ReactNode
  /** One `Input`, `Textarea` or `Select`. */
  readonly children: ReactNode
  /** What helps before an error: what to type, or what becomes of it. */
  readonly hint?: ReactNode
  /** A sentence: what is wrong and what would be accepted. */
  readonly error?: string | null
  readonly name?: string
  /** Holds the line of hint or error open, so that an error moves nothing. */
  readonly keepLine?: boolean
}

/** A control with its label, hint and error; the control is described by whichever of the two is shown. */
export function Field({ label, children, hint, error, name, keepLine = false }: FieldProps) {
  const id = useId()
  const says = `${id}-says`
  const isInvalid = Boolean(error)
  return (
    <FieldContext
      value={{ id, name, isInvalid, describedBy: isInvalid || hint ? says : undefined }}
    >
      <div className="flex flex-col gap-1.5">
        <label htmlFor={id} className="text-label font-medium text-muted">
          {label}
        </label>
        {children}
        <div id={says} className={keepLine ? 'min-h-4 text-label' : 'text-label empty:hidden'}>
          {isInvalid ? (
            <span className="flex items-start gap-1.5 text-danger">
              <CircleAlert aria-hidden size={14} className="mt-px shrink-0" />
              <span>{error}</span>
            </span>
          ) : hint ? (
            <span className="text-subtle">{hint}</span>
          ) : null}
        </div>
      </div>
    </FieldContext>
  )
}
