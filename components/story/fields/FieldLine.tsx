import type { ReactNode } from 'react'

/** A field of a story with its name. */
export function FieldLine({
  label,
  children,
}: {
  readonly label: string
  readonly children: ReactNode
}) {
  return (
    <div role="group" aria-label={label} className="flex min-h-7 items-start gap-2 coarse:min-h-11">
      <span aria-hidden className="w-20 shrink-0 pt-1.5 text-label text-subtle coarse:pt-3.5">
        {label}
      </span>
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-1">{children}</div>
    </div>
  )
}
