'use client'

import type { KeyboardEvent, ReactNode } from 'react'
import { alongText } from '#components/language/direction.ts'
import { classes } from './classes.ts'

export interface Segment<Value extends string> {
  readonly value: Value
  readonly label: ReactNode
  readonly icon?: ReactNode
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
}

/**
 * One of a few, side by side: Tab reaches the chosen one, arrow keys choose the next and go round. Made by hand, since the
 * board's first picture has one and Base UI's radio buttons, made for forms, weigh 14 kB.
 */
export function Segmented<Value extends string>({
  label,
  value,
  segments,
  onChange,
  disabled = false,
  className,
}: {
  /** What is being chosen, for assistive technology. */
  readonly label: string
  readonly value: Value
  readonly segments: readonly Segment<Value>[]
  readonly onChange: (value: Value) => void
  readonly disabled?: boolean
  readonly className?: string
}) {
  const chosen = segments.findIndex((segment) => segment.value === value)

  function step(event: KeyboardEvent<HTMLElement>, from: number): void {
    const by = STEPS[alongText(event.key)]
    if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    const to = (from + by + segments.length) % segments.length
    const next = segments[to]
    const button = event.currentTarget.parentElement?.children[to]
    if (!next || !(button instanceof HTMLElement)) return
    event.preventDefault()
    // First, since what is chosen may change what is around.
    button.focus()
    choose(next.value)
  }

  function choose(next: Value): void {
    if (next !== value) onChange(next)
  }

  return (
    <div
      role="radiogroup"
      aria-label={label}
      aria-disabled={disabled || undefined}
      className={classes(
        'inline-grid max-w-full auto-cols-fr grid-flow-col rounded-button border bg-sunken p-0.5',
        className,
      )}
    >
      {segments.map((segment, index) => (
        <button
          key={segment.value}
          type="button"
          role="radio"
          aria-checked={index === chosen}
          tabIndex={index === Math.max(0, chosen) ? 0 : -1}
          disabled={disabled}
          onClick={() => choose(segment.value)}
          onKeyDown={(event) => step(event, index)}
          className="inline-flex h-[calc(var(--spacing-control-small)-4px)] items-center justify-center gap-1.5 rounded-control border border-transparent px-2.5 text-label whitespace-nowrap text-muted transition-colors max-md:px-2 hover:text-text disabled:cursor-not-allowed disabled:hover:text-muted aria-checked:border-border aria-checked:bg-surface aria-checked:font-medium aria-checked:text-text"
        >
          {segment.icon}
          {segment.label}
        </button>
      ))}
    </div>
  )
}
