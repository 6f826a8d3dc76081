'use client'

import { type KeyboardEvent, type RefObject, useId, useRef, useState } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { keepDraft, readDraft, recentReasons, rememberReason } from '#components/session/drafts.ts'
import { Keys } from '#components/ui/Kbd.tsx'
import { Textarea } from '#components/ui/Textarea.tsx'

/** A reason as it is being typed. It survives Escape and a reload (UX11); earlier ones are a key away (UX10). */
export interface Reason {
  readonly text: string
  /** What was refused, as a sentence; null while nothing was. */
  readonly problem: string | null
  readonly recent: readonly string[]
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly change: (text: string) => void
  readonly refuse: (problem: string) => void
  /** It was accepted: it is offered again, and no longer a draft. */
  readonly accept: () => void
}

/** Keeps a reason; `kind` is what recent ones are shared by, `about` the story it is for. */
export function useReason(kind: string, about: string): Reason {
  const draft = `reason:${kind}:${about}`
  const [text, setText] = useState(() => readDraft(draft))
  const [problem, setProblem] = useState<string | null>(null)
  const [recent] = useState(() => recentReasons(kind))
  const field = useRef<HTMLTextAreaElement>(null)
  return {
    text,
    problem,
    recent,
    field,
    change(next) {
      setText(next)
      setProblem(null)
      keepDraft(draft, next)
    },
    refuse(why) {
      setProblem(why)
      field.current?.focus()
    },
    accept() {
      rememberReason(kind, text)
      keepDraft(draft, '')
    },
  }
}

/** Recalls a recent reason by its key: Alt+1, Alt+2 … True when it was one. */
export function recallByKey(event: KeyboardEvent, { recent, change, field }: Reason): boolean {
  const recalled = event.altKey ? recent[Number(event.code.replace('Digit', '')) - 1] : undefined
  if (recalled === undefined) return false
  event.preventDefault()
  change(recalled)
  field.current?.focus()
  return true
}

/** The field for a reason, what was refused about it, and the recent ones. */
export function ReasonField({
  reason: { text, problem, recent, field, change },
  label,
  placeholder,
  autoFocus = true,
}: {
  readonly reason: Reason
  readonly label: string
  readonly placeholder: string
  readonly autoFocus?: boolean
}) {
  const fieldId = useId()
  const problemId = useId()
  return (
    <>
      <label htmlFor={fieldId} className="sr-only">
        {label}
      </label>
      <Textarea
        ref={field}
        id={fieldId}
        autoFocus={autoFocus}
        rows={2}
        value={text}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : problemId}
        placeholder={placeholder}
        onChange={(event) => change(event.target.value)}
      />
      {problem === null ? null : (
        <p id={problemId} className="text-label text-danger">
          {problem}
        </p>
      )}
      {recent.length > 0 ? (
        <ul aria-label={textsOf('asks.reason')('recent')} className="flex flex-col">
          {recent.map((earlier, index) => (
            <li key={earlier}>
              <button
                type="button"
                onClick={() => {
                  change(earlier)
                  field.current?.focus()
                }}
                className="flex min-h-7 w-full items-center gap-2 rounded-control px-1.5 text-start text-label text-muted hover:bg-hover hover:text-text coarse:min-h-11"
              >
                <span className="min-w-0 flex-1 truncate">{earlier}</span>
                <span className="coarse:hidden">
                  <Keys keys={`Alt+${index + 1}`} />
                </span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
