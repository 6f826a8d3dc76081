'use client'

import { textsOf } from '#components/language/loaded.ts'
import { classes } from '#components/ui/classes.ts'
import { Link } from '../Link.tsx'
import { useRoute } from '../location.ts'
import { WithTooltip } from '../WithTooltip.tsx'
import { LiveDot } from './LiveDot.tsx'
import { isRoom, roomOf } from './liveActions.ts'
import { useJoining, useRunning } from './running.ts'

/** In the sidebar, under the meetings: each session that runs now, one click away. */
export function LiveLinks({ folded }: { readonly folded: boolean }) {
  const running = useRunning()
  useJoining(running)
  const { route } = useRoute()
  return running.map((head) => {
    const isHere = isRoom(route) && route.session === head.id
    return (
      <WithTooltip key={head.id} show={folded} text={head.name}>
        <Link
          to={roomOf(head)}
          aria-current={isHere ? 'page' : undefined}
          className={classes(
            'flex h-control min-w-0 items-center gap-2 rounded-button transition-colors',
            folded ? 'w-control justify-center' : 'ps-8 pe-2',
            isHere
              ? 'bg-selected font-medium text-text'
              : 'text-muted hover:bg-hover hover:text-text',
          )}
        >
          <LiveDot />
          <span className={folded ? 'sr-only' : 'truncate'}>{head.name}</span>
          <span className="sr-only">, {textsOf('shell.nav')('runs')}</span>
        </Link>
      </WithTooltip>
    )
  })
}
