import { GripVertical } from 'lucide-react'
import { classes } from '#components/ui/classes.ts'

/** What a finger lifts a card or row by, after a long press; a mouse takes it anywhere. */
export function Handle({ className }: { readonly className?: string }) {
  return (
    <span
      data-handle
      aria-hidden
      className={classes(
        'flex shrink-0 touch-manipulation items-center justify-center text-subtle [-webkit-touch-callout:none]',
        className,
      )}
    >
      <GripVertical size={16} />
    </span>
  )
}
