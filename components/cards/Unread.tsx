import { useSyncExternalStore } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { useWorkspaceClient } from '#components/session/hooks.ts'
import { visitsOf } from '#components/session/visits.ts'
import { classes } from '#components/ui/classes.ts'
import { hasChanged } from './hasChanged.ts'
import type { Story } from '#lib/domain/story.ts'

/** Whether others have written in a story since this person had it open on this device. */
export function useUnread(story: Story): boolean {
  const { me, workspaceId } = useWorkspaceClient()
  const visits = visitsOf(me.id, workspaceId)
  const look = () => hasChanged(story, visits.get(), me.id)
  return useSyncExternalStore(visits.subscribe, look, look)
}

/** The sign of it, before a story's key. What it means is in the card's name, too. */
export function UnreadDot({ className }: { readonly className?: string }) {
  return (
    <span
      aria-hidden
      data-unread
      title={textsOf('flow')('unread')}
      className={classes('inline-block size-1.5 shrink-0 rounded-full bg-accent', className)}
    />
  )
}
