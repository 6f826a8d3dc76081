'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode, RefObject } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { classes } from './classes.ts'
import { IconButton } from './IconButton.tsx'

export interface DialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: string
  readonly description?: ReactNode
  readonly children?: ReactNode
  /** Buttons at the end, the main one last. */
  readonly actions?: ReactNode
  readonly size?: 'small' | 'normal' | 'wide' | 'full'
  /** `top`: near the upper edge, for what is typed into (a palette). */
  readonly place?: 'centre' | 'top'
  /** Hides the title and the close button from the eye; both stay for assistive technology. */
  readonly bare?: boolean
  readonly initialFocus?: RefObject<HTMLElement | null>
  /** Called when it is gone and has given the focus back. */
  readonly onClosed?: () => void
  /** It is only read: the keyboard scrolls it. */
  readonly reading?: boolean
}

const SIZES = {
  small: 'max-w-sm',
  normal: 'max-w-lg',
  wide: 'max-w-3xl',
  full: 'max-w-7xl min-h-full',
}

/** A modal dialog: keeps the focus inside, closes on Escape, gives the focus back. Keys of the page rest while it is open. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  actions,
  size = 'normal',
  place = 'centre',
  bare = false,
  initialFocus,
  onClosed,
  reading = false,
}: DialogProps) {
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => onOpenChange(next)}
      // The focus goes back as the dialog unmounts, which this call comes just before.
      onOpenChangeComplete={(next) => !next && onClosed && requestAnimationFrame(onClosed)}
    >
      <Base.Portal>
        <Base.Backdrop className="fade-in fixed inset-0 z-40 bg-scrim" />
        <Base.Viewport
          className={classes(
            'fixed inset-0 z-40 flex justify-center overflow-y-auto p-4',
            place === 'top' ? 'items-start sm:pt-[12vh]' : 'items-center',
          )}
        >
          <Base.Popup
            data-modal
            initialFocus={initialFocus}
            className={classes(
              'pop-in flex max-h-full w-full flex-col rounded-panel border bg-surface shadow-overlay focus-visible:outline-none',
              SIZES[size],
            )}
          >
            <div
              className={
                bare ? 'sr-only' : classes('flex items-start gap-2 px-5 pt-4', !children && 'pb-4')
              }
            >
              <div className="min-w-0 flex-1">
                <Base.Title className="text-editor font-semibold text-text">{title}</Base.Title>
                {description ? (
                  <Base.Description className="mt-1 text-interface text-muted">
                    {description}
                  </Base.Description>
                ) : null}
              </div>
              <Base.Close
                render={
                  <IconButton
                    label={textsOf('ui')('close')}
                    size="small"
                    tooltip={false}
                    className="-me-1.5"
                  >
                    <X aria-hidden size={16} />
                  </IconButton>
                }
              />
            </div>
            {children ? (
              <div
                data-scroller
                {...(reading ? { tabIndex: 0, role: 'group', 'aria-label': title } : {})}
                className={classes('min-h-0 flex-1 overflow-y-auto', bare ? '' : 'px-5 pt-3 pb-5')}
              >
                {children}
              </div>
            ) : null}
            {actions ? (
              <div className="flex flex-wrap justify-end gap-2 border-t px-5 py-3">{actions}</div>
            ) : null}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}
