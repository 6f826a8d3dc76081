'use client'

import { textsOf } from '#components/language/loaded.ts'
import { useInboxCount } from '#components/session/hooks.ts'
import { classes } from '#components/ui/classes.ts'

/** How many stories have something new in the inbox; nothing while there is none. `compact`: over an icon. */
export function InboxBadge({ compact = false }: { readonly compact?: boolean }) {
  const count = useInboxCount()
  if (count === 0) return null
  return (
    <span
      className={classes(
        'rounded-full bg-accent px-1.5 text-meta font-medium text-on-accent tabular-nums',
        compact ? 'absolute top-0.5 start-1/2 ms-1' : 'ms-auto',
      )}
    >
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <span className="sr-only">{textsOf('shell.nav')('fresh', { count })}</span>
    </span>
  )
}
