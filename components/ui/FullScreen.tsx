'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { classes } from './classes.ts'

/** A modal dialog that takes the whole screen and has a look of its own. Its keys are its owner's, Escape included. */
export function FullScreen({
  label,
  onClose,
  onKeyDown,
  returnFocusTo,
  className,
  children,
}: {
  readonly label: string
  readonly onClose: () => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => void
  readonly returnFocusTo: () => HTMLElement
  readonly className?: string
  readonly children: ReactNode
}) {
  const popup = useRef<HTMLDivElement>(null)
  return (
    <Base.Root open onOpenChange={(next) => next || onClose()}>
      <Base.Portal>
        <Base.Popup
          ref={popup}
          data-modal
          aria-label={label}
          // Not its first button, whose name would open beside it; and what is in it may have taken the focus for itself.
          initialFocus={() => !popup.current?.contains(document.activeElement) && popup.current}
          finalFocus={returnFocusTo}
          onKeyDown={(event) => {
            // What is opened over it (a menu) is no part of it, and has keys of its own.
            if (event.currentTarget.contains(event.target as Node)) onKeyDown(event)
          }}
          className={classes(
            'fixed inset-0 z-40 flex h-dvh flex-col focus-visible:outline-none',
            className,
          )}
        >
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  )
}
