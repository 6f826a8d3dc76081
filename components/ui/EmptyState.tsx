import type { ReactNode } from 'react'

/** What a screen shows when there is nothing: what belongs here, and one real action (UX22). */
export function EmptyState({
  icon,
  title,
  children,
  action,
  isPage = false,
}: {
  readonly icon?: ReactNode
  readonly title: string
  readonly children?: ReactNode
  readonly action?: ReactNode
  /** It is all there is: its title is the page's heading. */
  readonly isPage?: boolean
}) {
  const Heading = isPage ? 'h1' : 'h2'
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center gap-2 px-6 py-12 text-center">
      {icon ? <span className="mb-1 text-subtle">{icon}</span> : null}
      <Heading className="text-body font-semibold">{title}</Heading>
      {children ? <div className="text-interface text-muted">{children}</div> : null}
      {action ? <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  )
}
