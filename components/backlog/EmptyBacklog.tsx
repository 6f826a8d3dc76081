'use client'

import { ListPlus } from 'lucide-react'
import { runAction } from '#components/actions/index.ts'
import { Link } from '#components/shell/Link.tsx'
import { BOARD } from '#components/shell/routes.ts'
import { Button } from '#components/ui/Button.tsx'
import { buttonClasses } from '#components/ui/buttonClasses.ts'
import { EmptyState } from '#components/ui/EmptyState.tsx'
import { Kbd } from '#components/ui/Kbd.tsx'
import { focusStory, useBacklog } from './backlog.ts'
import { showAll } from './viewActions.ts'

/** What an empty backlog says: how stories get here, with the step that is possible now (UX22). */
export function EmptyBacklog({
  teamName,
  ready,
  filtered,
}: {
  readonly teamName: string
  /** The ids of the ready stories. */
  readonly ready: readonly string[]
  /** There are stories, but the filter shows none. */
  readonly filtered: boolean
}) {
  const backlog = useBacklog()
  if (filtered) {
    return (
      <EmptyState
        title="No story fits the filter"
        action={<Button onClick={() => runAction(showAll, backlog)}>Show all stories</Button>}
      />
    )
  }
  const [first] = ready
  if (first === undefined) {
    return (
      <EmptyState
        icon={<ListPlus aria-hidden size={24} />}
        title={`Nothing is on the backlog of ${teamName} yet`}
        action={
          <Link to={BOARD} className={buttonClasses('primary')}>
            Go to Refinement
          </Link>
        }
      >
        Only stories that are ready come here, so that it stays short. Refine one and mark it ready:
        it then waits in the tray above, to be taken.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={<ListPlus aria-hidden size={24} />}
      title={`Take the first stories onto the backlog of ${teamName}`}
      action={
        <Button
          look="primary"
          onClick={() => {
            backlog.state.set({ trayOpen: true })
            focusStory(backlog, first)
          }}
        >
          Choose from {ready.length.toLocaleString('en')} ready
        </Button>
      }
    >
      <p>
        Drag them from the tray above, or press <Kbd>X</Kbd> to select several and <Kbd>A</Kbd> to
        take them.
      </p>
    </EmptyState>
  )
}
