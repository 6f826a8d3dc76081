'use client'

import { type KeyboardEvent, type SyntheticEvent, useId, useRef, useState } from 'react'
import { keepDraft, readDraft, recentReasons, rememberReason } from '#components/session/drafts.ts'
import { Button } from '#components/ui/Button.tsx'
import { Input } from '#components/ui/Input.tsx'
import { Keys } from '#components/ui/Kbd.tsx'
import { Textarea } from '#components/ui/Textarea.tsx'
import type { Move } from '#lib/domain/stage.ts'
import { shortName, type Story } from '#lib/domain/story.ts'
import type { Outcome } from './action.ts'

export interface ReasonGiven {
  readonly reason: string
  /** `YYYY-MM-DD`. */
  readonly revisitOn: string | undefined
}

/**
 * Asks in place for the reason a move needs (UX10), with the recent ones one key away. What was typed survives Escape and
 * reload (UX11), and is offered wherever the same move is asked about again.
 */
export function ReasonForm({
  workspaceId,
  story,
  move,
  onGiven,
  onDone,
}: {
  readonly workspaceId: string
  readonly story: Story
  readonly move: Move
  /** Moves the story. A refusal is said at the field, and the form stays. */
  readonly onGiven: (given: ReasonGiven) => Outcome
  /** The story was moved, or the person thought better of it. */
  readonly onDone: () => void
}) {
  const dismissing = move === 'dismissStory'
  const kind = `${workspaceId}:${move}`
  const draftName = `reason:${kind}:${story.id}`
  const [reason, setReason] = useState(() => readDraft(draftName))
  const [revisitOn, setRevisitOn] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [recent] = useState(() => recentReasons(kind))
  const field = useRef<HTMLTextAreaElement>(null)
  const ids = { question: useId(), why: useId(), revisit: useId(), problem: useId() }

  function change(next: string): void {
    setReason(next)
    setProblem(null)
    keepDraft(draftName, next)
  }

  function recall(earlier: string): void {
    change(earlier)
    field.current?.focus()
  }

  function submit(event: SyntheticEvent): void {
    event.preventDefault()
    const outcome = onGiven({ reason, revisitOn: revisitOn || undefined })
    if (!outcome.ok) {
      setProblem(outcome.message)
      field.current?.focus()
      return
    }
    rememberReason(kind, reason)
    keepDraft(draftName, '')
    onDone()
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    const recalled = event.altKey ? recent[Number(event.code.replace('Digit', '')) - 1] : undefined
    if (recalled !== undefined) {
      event.preventDefault()
      recall(recalled)
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      onDone()
    } else if (event.key === 'Enter' && !event.shiftKey && event.target === field.current) {
      submit(event)
    }
  }

  return (
    <form
      aria-labelledby={ids.question}
      onKeyDown={onKeyDown}
      onSubmit={submit}
      className="flex flex-col gap-2"
    >
      <p id={ids.question} className="text-interface font-semibold">
        {reasonQuestion(story, move)}
      </p>
      <label htmlFor={ids.why} className="sr-only">
        Reason
      </label>
      <Textarea
        ref={field}
        id={ids.why}
        autoFocus
        rows={2}
        value={reason}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : ids.problem}
        placeholder={
          dismissing
            ? 'Out of scope, a duplicate, too early…'
            : 'Criteria unclear, a question open…'
        }
        onChange={(event) => change(event.target.value)}
      />
      {problem === null ? null : (
        <p id={ids.problem} className="text-label text-danger">
          {problem}
        </p>
      )}
      {recent.length > 0 ? (
        <ul aria-label="Recent reasons" className="flex flex-col">
          {recent.map((earlier, index) => (
            <li key={earlier}>
              <button
                type="button"
                onClick={() => recall(earlier)}
                className="flex min-h-7 w-full items-center gap-2 rounded-control px-1.5 text-left text-label text-muted hover:bg-hover hover:text-text coarse:min-h-11"
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
      {dismissing ? (
        <div className="flex items-center gap-2">
          <label htmlFor={ids.revisit} className="flex-1 text-label text-muted">
            Revisit on <span className="text-subtle">(optional)</span>
          </label>
          <Input
            id={ids.revisit}
            type="date"
            value={revisitOn}
            onChange={(event) => setRevisitOn(event.target.value)}
            className="w-36! text-label!"
          />
        </div>
      ) : null}
      <div className="mt-1 flex justify-end gap-2">
        <Button size="small" look="quiet" onClick={onDone}>
          Cancel
        </Button>
        <Button size="small" look="primary" type="submit">
          {dismissing ? "Won't do" : 'Send back'}
        </Button>
      </div>
    </form>
  )
}

/** Gives what is asked when a move needs a reason. */
export function reasonQuestion(story: Story, move: Move): string {
  return move === 'dismissStory'
    ? `Why won't ${shortName(story)} be done?`
    : `What does ${shortName(story)} still need?`
}
