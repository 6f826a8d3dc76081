'use client'

import { GripVertical } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { classes } from '../classes.ts'
import type { Reorder } from './useReorder.ts'

/** What a row is moved by: dragged, or with the arrow keys while it has the focus. */
export function ReorderHandle({
  name,
  reorder,
  id,
  disabled = false,
  className,
}: {
  /** What the row is called. */
  readonly name: string
  readonly reorder: Reorder
  readonly id: string
  readonly disabled?: boolean
  readonly className?: string
}) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (!reorder.step(id, event.key)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <button
      type="button"
      data-handle
      aria-label={textsOf('ui')('reorder', { name })}
      disabled={disabled}
      onKeyDown={onKeyDown}
      className={classes(
        'target inline-flex h-control-small w-5 shrink-0 cursor-grab touch-pan-y items-center justify-center rounded-control text-subtle select-none hover:bg-hover hover:text-text disabled:cursor-not-allowed disabled:opacity-40',
        className,
      )}
    >
      <GripVertical aria-hidden size={14} />
    </button>
  )
}
