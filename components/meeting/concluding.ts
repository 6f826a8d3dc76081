'use client'

import { type FormEvent, useState } from 'react'
import { runAction } from '#components/actions/index.ts'
import type { Room } from '#components/live/room.ts'
import { askInSession } from '#components/live/sessionActions.ts'
import type { AskAnswer } from '#lib/client/sessions/door.ts'
import type { NewOutcome } from '#lib/domain/sessions/command.ts'
import type { Story } from '#lib/domain/story.ts'

export interface OutcomeFormProps {
  readonly story: Story
  /** Says the outcome. A refusal has been said in a toast by then; the form stays. */
  readonly conclude: (given: NewOutcome) => Promise<AskAnswer>
  readonly onDone: () => void
}

/** Says what became of a story. */
export function concluding(room: Room, story: string, outcome: NewOutcome): Promise<AskAnswer> {
  return new Promise((resolve) => {
    const command = { type: 'concludeStory', story, outcome } as const
    runAction(askInSession, { room, command, onAnswer: resolve })
  })
}

/** Keeps a form that is given once: `submit` says the outcome, and the dialog is done when it was taken. */
export function useGiven({ conclude, onDone }: Pick<OutcomeFormProps, 'conclude' | 'onDone'>) {
  const [isBusy, setBusy] = useState(false)
  const submit = (event: FormEvent, outcome: NewOutcome) => {
    event.preventDefault()
    if (isBusy) return
    setBusy(true)
    void conclude(outcome).then((answer) => {
      setBusy(false)
      if (answer.ok) onDone()
    })
  }
  return { isBusy, submit }
}
