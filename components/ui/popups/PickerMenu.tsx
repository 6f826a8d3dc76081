'use client'

import { Popover as Base } from '@base-ui/react/popover'
import { type ReactElement, useRef, useState } from 'react'
import { Picker, type PickerProps } from '../Picker.tsx'
import type { Late } from './Menu.tsx'

export interface PickerMenuProps extends PickerProps {
  /** It does not open: its trigger says why. */
  readonly locked?: boolean
  /** The one element that opens it: a Button. */
  readonly trigger: ReactElement
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  readonly align?: 'start' | 'end'
}

/** A picker beside the element that opens it. Choosing closes it, unless several can be chosen. */
export function PickerMenu({
  trigger,
  open: wanted,
  onOpenChange,
  align = 'start',
  onChoose,
  multiple = false,
  locked = false,
  opensAtOnce,
  ...picker
}: PickerMenuProps & Late) {
  const [opened, setOpened] = useState(opensAtOnce)
  const button = useRef<HTMLButtonElement>(null)
  const popup = useRef<HTMLDivElement>(null)
  /** By the time it has closed, somebody may be elsewhere already: then the focus stays there. */
  const isFocusElsewhere = () => {
    const { activeElement: active } = document
    return active !== null && active !== document.body && !popup.current?.contains(active)
  }
  const open = !locked && (wanted ?? opened)
  const change = (next: boolean) => {
    if (locked) return
    setOpened(next)
    onOpenChange?.(next)
  }
  return (
    <Base.Root open={open} onOpenChange={change}>
      <Base.Trigger ref={button} render={trigger as ReactElement<Record<string, unknown>>} />
      {/* A landmark, so that what is in it belongs to one, as everything on the page does. */}
      <Base.Portal render={<section aria-label={picker.label} />}>
        <Base.Positioner align={align} sideOffset={4} collisionPadding={8} className="z-50">
          <Base.Popup
            ref={popup}
            aria-label={picker.label}
            // To what was chosen with it, wherever the focus was when something else opened it.
            finalFocus={(by) => {
              if (isFocusElsewhere()) return false
              return by === '' || by === 'keyboard' ? button.current : true
            }}
            className="pop-in flex max-h-(--available-height) w-72 max-w-(--available-width) flex-col rounded-card border bg-surface shadow-overlay focus-visible:outline-none"
          >
            <Picker
              {...picker}
              multiple={multiple}
              autoFocus={false}
              onChoose={(line, query) => {
                onChoose(line, query)
                if (!multiple) change(false)
              }}
            />
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
