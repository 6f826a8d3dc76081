'use client'

import { Popover } from '@base-ui/react/popover'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { runAction } from '#components/actions/index.ts'
import { Button } from '#components/ui/Button.tsx'
import { Input } from '#components/ui/Input.tsx'
import { Keys } from '#components/ui/Kbd.tsx'
import { Textarea } from '#components/ui/Textarea.tsx'
import { shortName } from './announcements.ts'
import { useBoard } from './board.ts'
import { type Asked, EMPTY_HAND, type Hand } from './boardState.ts'
import { cardElement } from './cardElement.ts'
import { keepDraft, readDraft, recentReasons, rememberReason } from './drafts.ts'
import { moveActions } from './moveActions.ts'
import { useStore } from './store.ts'

/** Asks for the reason of a move, at the card (UX10). What was typed survives Escape and reload (UX11). */
export function ReasonPopover() {
  const { state } = useBoard()
  const asked = useStore(state, ({ hand }) => askedIn(hand))
  if (asked === null) return null
  const cancel = () => state.set({ hand: EMPTY_HAND, grab: true })
  return (
    <Popover.Root open onOpenChange={(open) => open || cancel()}>
      <Popover.Portal>
        <Popover.Positioner
          anchor={() => cardElement(asked.story.id)}
          side="right"
          align="start"
          sideOffset={8}
          collisionPadding={8}
          className="z-50"
        >
          <Popover.Popup
            finalFocus={false}
            className="pop-in max-h-(--available-height) w-80 max-w-(--available-width) overflow-y-auto rounded-card border bg-surface p-3 text-interface shadow-overlay focus-visible:outline-none"
          >
            <ReasonForm key={asked.story.id} asked={asked} onCancel={cancel} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}

function ReasonForm({ asked, onCancel }: { readonly asked: Asked; readonly onCancel: () => void }) {
  const board = useBoard()
  const { story, move, place } = asked
  const dismissing = move === 'dismissStory'
  const kind = `${board.workspaceId}:${move}`
  const draftName = `reason:${kind}:${story.id}`
  const [reason, setReason] = useState(() => readDraft(draftName))
  const [revisitOn, setRevisitOn] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [recent] = useState(() => recentReasons(kind))
  const field = useRef<HTMLTextAreaElement>(null)
  const ids = { why: useId(), revisit: useId(), problem: useId() }

  function change(next: string): void {
    setReason(next)
    setProblem(null)
    keepDraft(draftName, next)
  }

  function submit(): void {
    const target = { board, story, place, reason, revisitOn: revisitOn || undefined }
    const outcome = runAction(moveActions[move], target)
    if (!outcome.ok) {
      setProblem(outcome.message)
      field.current?.focus()
      return
    }
    rememberReason(kind, reason)
    keepDraft(draftName, '')
    board.state.set({ hand: EMPTY_HAND, grab: true })
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    const recalled = event.altKey ? recent[Number(event.code.replace('Digit', '')) - 1] : undefined
    if (recalled !== undefined) {
      event.preventDefault()
      change(recalled)
      field.current?.focus()
    } else if (event.key === 'Enter' && !event.shiftKey && event.target === field.current) {
      event.preventDefault()
      submit()
    }
  }

  return (
    <form
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
      className="flex flex-col gap-2"
    >
      <Popover.Title className="text-interface font-semibold">
        {dismissing
          ? `Why won't ${shortName(story)} be done?`
          : `What does ${shortName(story)} still need?`}
      </Popover.Title>
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
                onClick={() => {
                  change(earlier)
                  field.current?.focus()
                }}
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
        <Button size="small" look="quiet" onClick={onCancel}>
          Cancel
        </Button>
        <Button size="small" look="primary" type="submit">
          {dismissing ? "Won't do" : 'Send back'}
        </Button>
      </div>
    </form>
  )
}

function askedIn(hand: Hand): Asked | null {
  return hand.kind === 'asking' ? hand.asked : null
}
