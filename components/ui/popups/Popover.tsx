'use client'

import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'
import { classes } from '../classes.ts'
import type { Late } from './Menu.tsx'

export interface PopoverProps {
  /** The one element that opens it: a Button or IconButton. */
  readonly trigger: ReactElement
  readonly title: string
  readonly children: ReactNode
  readonly side?: 'top' | 'bottom' | 'inline-start' | 'inline-end'
  readonly align?: 'start' | 'center' | 'end'
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly className?: string
}

/** A panel beside the element that opens it; not modal. */
export function Popover({
  trigger,
  title,
  children,
  side = 'bottom',
  align = 'end',
  open,
  onOpenChange,
  className,
  opensAtOnce,
}: PopoverProps & Late) {
  return (
    <Base.Root
      open={open}
      defaultOpen={opensAtOnce}
      onOpenChange={onOpenChange && ((next) => onOpenChange(next))}
    >
      <Base.Trigger render={trigger as ReactElement<Record<string, unknown>>} />
      {/* A landmark, so that what is in it belongs to one, as everything on the page does. */}
      <Base.Portal render={<section aria-label={title} />}>
        <Base.Positioner
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="z-50"
        >
          <Base.Popup
            className={classes(
              'pop-in max-h-(--available-height) w-80 max-w-(--available-width) overflow-y-auto rounded-card border bg-surface p-4 text-interface shadow-overlay focus-visible:outline-none',
              className,
            )}
          >
            <Base.Title className="text-body font-semibold">{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
