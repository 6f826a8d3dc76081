import type { ReactNode } from 'react'

/** A list in a box, one line each. */
export function Rows({
  label,
  children,
}: {
  readonly label: string
  readonly children: ReactNode
}) {
  return (
    <ul aria-label={label} className="divide-y rounded-card border bg-surface">
      {children}
    </ul>
  )
}

/** One line: what it is, what is known of it, and what can be done with it. */
export function Row({
  lead,
  title,
  detail,
  children,
}: {
  readonly lead?: ReactNode
  readonly title: ReactNode
  readonly detail?: ReactNode
  readonly children?: ReactNode
}) {
  return (
    <li className="flex min-h-row items-center gap-3 px-3 py-2">
      {lead}
      <div className="min-w-0 flex-1">
        <div className="truncate">{title}</div>
        {detail ? <div className="text-label text-subtle">{detail}</div> : null}
      </div>
      {children}
    </li>
  )
}
