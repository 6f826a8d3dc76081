'use client'

import { Field as Base } from '@base-ui/react/field'
import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'

export interface FieldProps {
  readonly label: ReactNode
  /** One `Input`, `Textarea` or the like. */
  readonly children: ReactNode
  /** What helps before an error: what to type, or what becomes of it. */
  readonly hint?: ReactNode
  /** A sentence: what is wrong and what would be accepted. */
  readonly error?: string | null
  readonly name?: string
  /** Holds the line of hint or error open, so that an error moves nothing. */
  readonly keepLine?: boolean
}

/** A control with its label, hint and error; the control is described by both. */
export function Field({ label, children, hint, error, name, keepLine = false }: FieldProps) {
  return (
    <Base.Root name={name} invalid={Boolean(error)} className="flex flex-col gap-1.5">
      <Base.Label className="text-label font-medium text-muted">{label}</Base.Label>
      {children}
      <div className={keepLine ? 'min-h-4' : undefined}>
        {error ? (
          <Base.Error match className="flex items-start gap-1.5 text-label text-danger">
            <CircleAlert aria-hidden size={14} className="mt-px shrink-0" />
            <span>{error}</span>
          </Base.Error>
        ) : hint ? (
          <Base.Description className="text-label text-subtle">{hint}</Base.Description>
        ) : null}
      </div>
    </Base.Root>
  )
}
