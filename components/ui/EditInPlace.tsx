'use client'

import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { isComposing } from './composing.ts'
import { classes } from './classes.ts'

/**
 * Text that is edited where it stands: Enter commits (Ctrl/Cmd+Enter where it has lines), Escape reverts, leaving commits
 * (UX19). While it is not being edited it follows what others make of it.
 */
export function EditInPlace({
  label,
  value,
  onCommit,
  onDraft,
  lines = false,
  placeholder,
  disabled = false,
  className,
}: {
  readonly label: string
  readonly value: string
  /** Gives why it was not taken, said at the field, which keeps what was typed; null when it was. */
  readonly onCommit: (value: string) => string | null
  /** Told what is written as it is edited, from the start on. */
  readonly onDraft?: (draft: string) => void
  /** It may have several lines. */
  readonly lines?: boolean
  readonly placeholder?: string
  /** It is only read. */
  readonly disabled?: boolean
  readonly className?: string
}) {
  const [draft, setDraft] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  // A blur that comes with Escape must not commit what Escape drops.
  const reverting = useRef(false)
  const problemId = useId()

  const commit = (): boolean => {
    if (draft === null || reverting.current) return true
    const refused = draft.trim() === value ? null : onCommit(draft.trim())
    setProblem(refused)
    if (refused === null) setDraft(null)
    return refused === null
  }
  const revert = () => {
    reverting.current = true
    setDraft(null)
    setProblem(null)
    field.current?.blur()
    reverting.current = false
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    const commits = event.key === 'Enter' && (!lines || event.ctrlKey || event.metaKey)
    if (commits) {
      event.preventDefault()
      if (commit()) field.current?.blur()
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      revert()
    }
  }
  return (
    <div className="min-w-0">
      <textarea
        ref={field}
        rows={1}
        value={draft ?? value}
        readOnly={disabled}
        aria-label={label}
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem === null ? undefined : problemId}
        placeholder={disabled ? undefined : placeholder}
        onFocus={() => disabled || onDraft?.(draft ?? value)}
        onChange={(event) => {
          const next = lines ? event.target.value : event.target.value.replace(/[\r\n]+/g, ' ')
          setDraft(next)
          onDraft?.(next)
          setProblem(null)
        }}
        onKeyDown={onKeyDown}
        onBlur={commit}
        className={classes(
          '-mx-2 block field-sizing-content w-[calc(100%+1rem)] resize-none overflow-hidden rounded-button bg-transparent px-2 py-1 wrap-anywhere text-text transition-colors coarse:leading-6 focus:outline-2 focus:outline-focus',
          !disabled && 'hover:bg-hover focus:bg-transparent',
          className,
        )}
      />
      {problem === null ? null : (
        <p id={problemId} role="alert" className="mt-1 text-label text-danger">
          {problem}
        </p>
      )}
    </div>
  )
}
