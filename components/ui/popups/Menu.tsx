'use client'

import { Menu as Base } from '@base-ui/react/menu'
import { Check } from 'lucide-react'
import { type ReactElement, type ReactNode, useId } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { classes } from '../classes.ts'
import { Keys } from '../Kbd.tsx'

export interface MenuProps {
  /** The one element that opens it: a Button or IconButton. */
  readonly trigger: ReactElement
  readonly children: ReactNode
  readonly side?: 'top' | 'bottom' | 'inline-start' | 'inline-end'
  readonly align?: 'start' | 'center' | 'end'
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
  /** Where the focus goes when it closes: back to its trigger unless said otherwise. */
  readonly returnFocusTo?: () => HTMLElement
  /** For entries with sentences. */
  readonly wide?: boolean
}

/** It was asked for before this code was there. */
export interface Late {
  readonly opensAtOnce: boolean
}

const popup =
  'pop-in max-h-(--available-height) min-w-48 max-w-(--available-width) overflow-y-auto rounded-card border bg-surface p-1 shadow-overlay focus-visible:outline-none'

/** A menu of actions; `MenuItem`, `MenuLink`, `MenuChoices`, `MenuCheckbox`, `MenuGroup` and `MenuLine` go inside. */
export function Menu({
  trigger,
  children,
  side = 'bottom',
  align = 'start',
  open,
  onOpenChange,
  returnFocusTo,
  wide = false,
  opensAtOnce,
}: MenuProps & Late) {
  return (
    <Base.Root
      open={open}
      defaultOpen={opensAtOnce}
      onOpenChange={onOpenChange && ((next) => onOpenChange(next))}
    >
      <Base.Trigger render={trigger as ReactElement<Record<string, unknown>>} />
      {/* A landmark, so that what is in it belongs to one, as everything on the page does. */}
      <Base.Portal render={<section aria-label={textsOf('ui')('menu')} />}>
        <Base.Positioner side={side} align={align} sideOffset={4} className="z-50">
          <Base.Popup
            className={classes(popup, wide && 'w-80')}
            finalFocus={returnFocusTo}
            // Where it scrolls, a keyboard must get into it, whatever it was opened by.
            tabIndex={0}
          >
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

const itemClasses =
  'flex min-h-row-compact w-full items-center gap-2 rounded-control px-2 py-1 text-interface outline-none select-none data-highlighted:bg-hover data-disabled:text-subtle'

export interface MenuItemProps {
  readonly children: ReactNode
  readonly onSelect?: () => void
  readonly icon?: ReactNode
  readonly keys?: string
  readonly danger?: boolean
  /** Why it cannot be chosen now; it stays reachable and says so. */
  readonly unavailable?: string | null
}

export function MenuItem({
  children,
  onSelect,
  icon,
  keys,
  danger = false,
  unavailable = null,
}: MenuItemProps) {
  return (
    <Base.Item
      className={classes(itemClasses, danger ? 'text-danger' : 'text-text')}
      onClick={onSelect}
      disabled={unavailable !== null}
    >
      {icon ? <span className="shrink-0 text-muted">{icon}</span> : null}
      <span className="min-w-0 flex-1">
        {children}
        {unavailable ? <span className="block text-label text-subtle">{unavailable}</span> : null}
      </span>
      {keys ? (
        <span className="coarse:hidden">
          <Keys keys={keys} />
        </span>
      ) : null}
    </Base.Item>
  )
}

export function MenuLink({
  href,
  onSelect,
  icon,
  current = false,
  children,
}: {
  readonly href: string
  /** Where the person is already: marked with a tick. */
  readonly current?: boolean
  /** Goes there without loading the page; the link itself stays for "open in a new tab". */
  readonly onSelect?: () => void
  readonly icon?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <Base.LinkItem
      href={href}
      aria-current={current ? 'page' : undefined}
      closeOnClick
      className={itemClasses}
      onClick={(event) => {
        if (!onSelect || event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        onSelect()
      }}
    >
      {icon ? <span className="shrink-0 text-muted">{icon}</span> : null}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {current ? <Check aria-hidden size={16} className="shrink-0 text-accent-text" /> : null}
    </Base.LinkItem>
  )
}

export interface Choice<Value extends string> {
  readonly value: Value
  readonly label: ReactNode
  readonly icon?: ReactNode
}

/** One of several, with a tick. */
export function MenuChoices<Value extends string>({
  heading,
  value,
  choices,
  onChoose,
}: {
  readonly heading?: string
  readonly value: Value
  readonly choices: readonly Choice<Value>[]
  readonly onChoose: (value: Value) => void
}) {
  return (
    <Base.RadioGroup value={value} onValueChange={(next) => onChoose(next as Value)}>
      {heading ? <MenuHeading>{heading}</MenuHeading> : null}
      {choices.map((choice) => (
        <Base.RadioItem
          key={choice.value}
          value={choice.value}
          closeOnClick
          className={itemClasses}
        >
          {choice.icon ? <span className="shrink-0 text-muted">{choice.icon}</span> : null}
          <span className="min-w-0 flex-1 truncate">{choice.label}</span>
          <Base.RadioItemIndicator className="text-accent-text">
            <Check aria-hidden size={16} />
          </Base.RadioItemIndicator>
        </Base.RadioItem>
      ))}
    </Base.RadioGroup>
  )
}

/** One of several that can be on together; the menu stays open. */
export function MenuCheckbox({
  checked,
  onChange,
  hint,
  unavailable = null,
  children,
}: {
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  /** What it means, under its name. */
  readonly hint?: string
  /** Why it cannot be changed now; it stays reachable and says so instead of the hint. */
  readonly unavailable?: string | null
  readonly children: ReactNode
}) {
  const id = useId()
  const says = unavailable ?? hint
  return (
    <Base.CheckboxItem
      aria-labelledby={id}
      aria-describedby={says ? `${id}-says` : undefined}
      checked={checked}
      onCheckedChange={(next) => onChange(next)}
      disabled={unavailable !== null}
      closeOnClick={false}
      className={classes(itemClasses, 'items-start')}
    >
      <span className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-control border border-control/60 text-accent-text">
        <Base.CheckboxItemIndicator>
          <Check aria-hidden size={12} strokeWidth={3} />
        </Base.CheckboxItemIndicator>
      </span>
      <span className="min-w-0 flex-1">
        <span id={id}>{children}</span>
        {says ? (
          <span id={`${id}-says`} className="block text-label text-subtle">
            {says}
          </span>
        ) : null}
      </span>
    </Base.CheckboxItem>
  )
}

/** Entries that belong together, under a heading. */
export function MenuGroup({
  heading,
  children,
}: {
  readonly heading: string
  readonly children: ReactNode
}) {
  return (
    <Base.Group>
      <MenuHeading>{heading}</MenuHeading>
      {children}
    </Base.Group>
  )
}

function MenuHeading({ children }: { readonly children: string }) {
  return (
    <Base.GroupLabel className="px-2 pt-1.5 pb-1 text-meta font-medium text-subtle">
      {children}
    </Base.GroupLabel>
  )
}

export function MenuLine() {
  return <Base.Separator className="-mx-1 my-1 h-px bg-border" />
}
