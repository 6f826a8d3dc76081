import type { ReactNode } from 'react'

/** A sentence above a story's text that its reader must see, and what can be done about it. */
export function StoryNotice({
  children,
  action,
}: {
  readonly children: ReactNode
  readonly action?: ReactNode
}) {
  return (
    <div className="mb-4 flex flex-wrap items-center gap-3 rounded-card border bg-idea-tint px-3 py-2 text-interface text-idea">
      <p role="status" className="min-w-48 flex-1">
        {children}
      </p>
      {action}
    </div>
  )
}
