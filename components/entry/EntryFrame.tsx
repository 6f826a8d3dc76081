import type { ReactNode } from 'react'
import { Logo } from '#components/shell/Logo.tsx'

/** The page around sign-in, setup and joining: one narrow column, the same place for every state of it. */
export function EntryFrame({
  title,
  lead,
  children,
  foot,
}: {
  readonly title: string
  readonly lead?: ReactNode
  readonly children?: ReactNode
  readonly foot?: ReactNode
}) {
  return (
    <main className="flex min-h-dvh flex-col items-center px-4 pt-[max(2rem,11vh)] pb-8">
      <div className="w-full max-w-sm">
        <div className="mb-6 flex items-center gap-2.5">
          <Logo size={28} />
          <span className="text-editor font-semibold tracking-tight">Sluice</span>
        </div>
        <h1 className="text-heading font-semibold tracking-tight">{title}</h1>
        {lead ? <p className="mt-1.5 text-body text-muted">{lead}</p> : null}
        <div className="mt-6">{children}</div>
        {foot ? <p className="mt-6 text-interface text-muted">{foot}</p> : null}
      </div>
    </main>
  )
}
