'use client'

import { Check } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { isComposing } from './composing.ts'
import { classes } from './classes.ts'

/** One line that can be chosen. */
export interface PickerLine {
  readonly id: string
  readonly title: string
  /** Said before the title, in mono: a key like `ABC-42`. */
  readonly lead?: string
  readonly icon?: ReactNode
  /** A second line, quietly. */
  readonly detail?: string
  /** Lines of one heading stand together. */
  readonly heading?: string
  /** Why it cannot be chosen now; it stays reachable and says so. */
  readonly unavailable?: string | null
  /** It is chosen already. */
  readonly chosen?: boolean
}

export interface PickerProps {
  /** What is looked for: "Find a theme". */
  readonly label: string
  /** Gives the lines for what was typed, in the order to show them. */
  readonly find: (query: string) => readonly PickerLine[]
  readonly onChoose: (line: PickerLine, query: string) => void
  /** Said when nothing is found. */
  readonly empty: (query: string) => string
  /** Several can be chosen one after the other: what was typed stays until another is looked for. */
  readonly multiple?: boolean
  readonly autoFocus?: boolean
  /** At the foot, under the lines. */
  readonly children?: ReactNode
}

/** A field to type into and the lines it finds; for a popover, or inside a form. */
export function Picker({
  label,
  find,
  onChoose,
  empty,
  multiple = false,
  autoFocus = true,
  children,
}: PickerProps) {
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const listId = useId()
  const input = useRef<HTMLInputElement>(null)
  const lines = find(query.trim())
  const current = Math.min(at, lines.length - 1)

  useEffect(() => {
    if (autoFocus) input.current?.focus()
  }, [autoFocus])

  function choose(line: PickerLine | undefined): void {
    if (!line || line.unavailable) return
    onChoose(line, query.trim())
    if (!multiple) return
    setQuery('')
    input.current?.focus()
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event)) return
    const to = { ArrowDown: current + 1, ArrowUp: current - 1 }[event.key]
    if (event.key === 'Enter') choose(lines[current])
    else if (to === undefined) return
    else setAt((to + lines.length) % Math.max(1, lines.length))
    event.preventDefault()
  }

  return (
    <div className="flex min-h-0 flex-col">
      <input
        ref={input}
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={lines[current] ? `${listId}-${current}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        placeholder={label}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
        className="h-row shrink-0 border-b bg-transparent px-3 text-interface text-text outline-none"
      />
      <div
        id={listId}
        role="listbox"
        aria-label={label}
        aria-multiselectable={multiple || undefined}
        className="max-h-72 min-h-0 flex-1 overflow-y-auto overscroll-contain p-1 empty:hidden"
      >
        {lines.map((line, index) => (
          <Line
            key={line.id}
            id={`${listId}-${index}`}
            line={line}
            heading={line.heading === lines[index - 1]?.heading ? undefined : line.heading}
            current={index === current}
            onPoint={() => setAt(index)}
            onChoose={() => choose(line)}
          />
        ))}
      </div>
      {lines.length === 0 ? (
        <p role="status" className="px-3 py-2.5 text-interface text-muted">
          {empty(query.trim())}
        </p>
      ) : null}
      {children}
    </div>
  )
}

function Line({
  id,
  line: { title, lead, icon, detail, unavailable, chosen = false },
  heading,
  current,
  onPoint,
  onChoose,
}: {
  readonly id: string
  readonly line: PickerLine
  readonly heading: string | undefined
  readonly current: boolean
  readonly onPoint: () => void
  readonly onChoose: () => void
}) {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (current) element.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  const second = unavailable ?? detail
  return (
    <>
      {heading ? (
        <div role="presentation" className="px-2 pt-1.5 pb-1 text-meta font-medium text-subtle">
          {heading}
        </div>
      ) : null}
      <div
        ref={element}
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={chosen}
        aria-disabled={unavailable ? true : undefined}
        data-highlighted={current || undefined}
        onPointerMove={onPoint}
        // The field keeps the focus, so that one can go on typing.
        onPointerDown={(event) => event.preventDefault()}
        onClick={onChoose}
        onKeyDown={(event) => event.key === 'Enter' && onChoose()}
        className={classes(
          'flex min-h-row-compact cursor-pointer items-center gap-2 rounded-control px-2 py-1 text-interface select-none',
          current && 'bg-hover',
          unavailable ? 'text-subtle' : 'text-text',
        )}
      >
        {icon ? <span className="shrink-0 text-muted">{icon}</span> : null}
        {lead ? <span className="shrink-0 font-mono text-label text-subtle">{lead}</span> : null}
        <span className="min-w-0 flex-1">
          <span className="line-clamp-2 break-words">{title}</span>
          {second ? <span className="block text-label text-subtle">{second}</span> : null}
        </span>
        {chosen ? <Check aria-hidden size={16} className="shrink-0 text-accent-text" /> : null}
      </div>
    </>
  )
}
