import { MessageSquare } from 'lucide-react'
import { textsOf } from '#components/language/loaded.ts'
import { classes } from '#components/ui/classes.ts'
import type { TalkCount as Count } from '#lib/domain/talk/thread.ts'

/** How many threads are open about a story; nothing where none is. */
export function TalkCount({
  talk: { open },
  className,
}: {
  readonly talk: Count
  readonly className?: string
}) {
  if (open === 0) return null
  const words = textsOf('flow')('threads', { count: open })
  return (
    <span
      role="img"
      aria-label={words}
      title={words}
      className={classes('flex shrink-0 items-center gap-0.5 tabular-nums', className)}
    >
      <MessageSquare aria-hidden size={11} />
      {open}
    </span>
  )
}
