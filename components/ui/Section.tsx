import type { ReactNode } from 'react'

/** A titled part of a page, with a border under it unless it is the last. */
export function Section({
  title,
  lead,
  children,
}: {
  readonly title: string
  readonly lead?: ReactNode
  readonly children?: ReactNode
}) {
  return (
    <section className="border-b py-6 first:pt-0 last:border-b-0">
      <h2 className="text-editor font-semibold">{title}</h2>
      {lead ? <p className="mt-0.5 text-interface text-muted">{lead}</p> : null}
      {children ? <div className="mt-4">{children}</div> : null}
    </section>
  )
}
