'use client'

import type { Outcome } from '#components/actions/index.ts'
import { useReason } from './ReasonField.tsx'
import { ReasonFrame } from './ReasonFrame.tsx'

/** Asks for the one reason that several stories share (UX10). `kind` and `about`: see `useReason`. */
export function SharedReasonForm({
  kind,
  about,
  question,
  isDismissal,
  onGiven,
  onDone,
}: {
  readonly kind: string
  readonly about: string
  readonly question: string
  readonly isDismissal: boolean
  /** Moves them. A refusal is said at the field, and the form stays. */
  readonly onGiven: (reason: string) => Outcome
  /** They were moved, or the person thought better of it. */
  readonly onDone: () => void
}) {
  const reason = useReason(kind, about)
  return (
    <ReasonFrame
      reason={reason}
      question={question}
      isDismissal={isDismissal}
      give={() => onGiven(reason.text)}
      onDone={onDone}
    />
  )
}
