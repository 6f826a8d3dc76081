'use client'

import { type KeyboardEvent, type SyntheticEvent, useId } from 'react'
import { runAction } from '#components/actions/index.ts'
import { ReasonField, recallByKey, useReason } from '#components/flow/ReasonField.tsx'
import { ReasonForm, reasonQuestion } from '#components/flow/ReasonForm.tsx'
import { Button } from '#components/ui/Button.tsx'
import type { Story } from '#lib/domain/story.ts'
import { nameOf } from './announcements.ts'
import type { StoriesTarget } from './backlog.ts'
import type { Leave } from './backlogState.ts'
import { dismiss, sendBack } from './leaveActions.ts'

interface WhyProps {
  readonly target: StoriesTarget
  readonly move: Leave
  /** They were moved, or the person thought better of it. */
  readonly onDone: () => void
}

const ACTIONS = { bounceStory: sendBack, dismissStory: dismiss }

/** Asks why stories leave the backlog (ST4): of one with all that can be said of it, of several only the reason they share. */
export function WhyForm({ target, move, onDone }: WhyProps) {
  const { backlog, stories } = target
  const [story] = stories
  if (stories.length > 1 || !story) return <SharedWhy target={target} move={move} onDone={onDone} />
  return (
    <ReasonForm
      key={story.id}
      workspaceId={backlog.client.workspaceId}
      story={story}
      move={move}
      onGiven={(given) => runAction(ACTIONS[move], { ...target, ...given }, { refusalShown: true })}
      onDone={onDone}
    />
  )
}

function SharedWhy({ target, move, onDone }: WhyProps) {
  const { backlog, stories } = target
  const reason = useReason(`${backlog.client.workspaceId}:${move}`, backlog.team().id)
  const questionId = useId()

  function submit(event: SyntheticEvent): void {
    event.preventDefault()
    const given = { ...target, reason: reason.text }
    const outcome = runAction(ACTIONS[move], given, { refusalShown: true })
    if (!outcome.ok) return reason.refuse(outcome.message)
    reason.accept()
    onDone()
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || recallByKey(event, reason)) return
    if (event.key === 'Escape') {
      event.stopPropagation()
      onDone()
    } else if (event.key === 'Enter' && !event.shiftKey && event.target === reason.field.current) {
      submit(event)
    }
  }

  return (
    <form
      aria-labelledby={questionId}
      onKeyDown={onKeyDown}
      onSubmit={submit}
      className="flex flex-col gap-2"
    >
      <p id={questionId} className="text-interface font-semibold">
        {whyQuestion(stories, move)}
      </p>
      <ReasonField
        reason={reason}
        label="Reason"
        placeholder={
          move === 'dismissStory'
            ? 'Out of scope, too early…'
            : 'Criteria unclear, a question open…'
        }
      />
      <div className="mt-1 flex justify-end gap-2">
        <Button size="small" look="quiet" onClick={onDone}>
          Cancel
        </Button>
        <Button size="small" look="primary" type="submit">
          {move === 'dismissStory' ? "Won't do" : 'Send back'}
        </Button>
      </div>
    </form>
  )
}

/** Gives what is asked when stories leave the backlog. */
export function whyQuestion(stories: readonly Story[], move: Leave): string {
  const [story] = stories
  if (stories.length === 1 && story) return reasonQuestion(story, move)
  return move === 'dismissStory'
    ? `Why won't these ${nameOf(stories)} be done?`
    : `What do these ${nameOf(stories)} still need?`
}
