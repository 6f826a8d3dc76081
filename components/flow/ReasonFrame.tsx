'use client'

import { type KeyboardEvent, type ReactNode, type SyntheticEvent, useId } from 'react'
import type { Outcome } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { Button } from '#components/ui/Button.tsx'
import { isComposing } from '#components/ui/composing.ts'
import { ReasonField, recallByKey, type Reason } from './ReasonField.tsx'

/** What every form that asks for a reason has: the question, the field with what was said before, its keys, and the way out. */
export function ReasonFrame({
  reason,
  question,
  isDismissal,
  placeholder,
  give,
  onDone,
  children,
}: {
  readonly reason: Reason
  readonly question: string
  readonly isDismissal: boolean
  readonly placeholder?: string
  /** Moves what was asked about. A refusal is said at the field, and the form stays. */
  readonly give: () => Outcome
  /** It was moved, or the person thought better of it. */
  readonly onDone: () => void
  /** What is asked besides the reason. */
  readonly children?: ReactNode
}) {
  const t = textsOf('asks')
  const questionId = useId()

  function submit(event: SyntheticEvent): void {
    event.preventDefault()
    const outcome = give()
    if (!outcome.ok) return reason.refuse(outcome.message)
    reason.accept()
    onDone()
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event) || recallByKey(event, reason)) return
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
        {question}
      </p>
      <ReasonField
        reason={reason}
        label={t('reason.label')}
        placeholder={
          placeholder ?? (isDismissal ? t('reason.dismissAllExample') : t('reason.bounceExample'))
        }
      />
      {children}
      <div className="mt-1 flex justify-end gap-2">
        <Button size="small" look="quiet" onClick={onDone}>
          {t('cancel')}
        </Button>
        <Button size="small" look="primary" type="submit">
          {isDismissal ? t('reason.goDismiss') : t('reason.goBounce')}
        </Button>
      </div>
    </form>
  )
}
