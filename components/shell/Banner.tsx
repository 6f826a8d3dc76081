import type { ReactNode } from 'react'
import { classes } from '#components/ui/classes.ts'

/** One line about the whole workspace, and what can be done about it. */
export function Banner({
  tone,
  icon,
  action,
  children,
}: {
  readonly tone: 'calm' | 'trouble'
  readonly icon: ReactNode
  readonly action: ReactNode
  readonly children: ReactNode
}) {
  return (
    <div
      role={tone === 'trouble' ? 'alert' : undefined}
      className={classes(
        'flex shrink-0 items-center gap-2 border-b px-3 py-1.5 md:px-4',
        tone === 'trouble' ? 'bg-danger-tint text-text' : 'bg-sunken text-muted',
      )}
    >
      <span className={classes('shrink-0', tone === 'trouble' && 'text-danger')}>{icon}</span>
      <p className="min-w-0 flex-1">{children}</p>
      {action}
    </div>
  )
}
