'use client'

import { Switch as Base } from '@base-ui/react/switch'
import type { ReactNode } from 'react'

/** Turns one thing on or off at once. */
export function Switch({
  label,
  hint,
  checked,
  onChange,
  disabled = false,
}: {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean
}) {
  return (
    <label className="flex min-h-control items-start justify-between gap-4 py-1">
      <span className="min-w-0">
        <span className="block text-interface text-text">{label}</span>
        {hint ? <span className="block text-label text-subtle">{hint}</span> : null}
      </span>
      <Base.Root
        checked={checked}
        disabled={disabled}
        onCheckedChange={(next) => onChange(next)}
        className="target mt-0.5 flex h-5 w-8 shrink-0 items-center rounded-full border border-control bg-sunken p-0.5 transition-colors data-checked:border-accent data-checked:bg-accent data-disabled:opacity-55"
      >
        <Base.Thumb className="size-3.5 rounded-full bg-control transition-transform data-checked:translate-x-3 data-checked:bg-on-accent" />
      </Base.Root>
    </label>
  )
}
