'use client'

import { type ReactNode, useId, useState } from 'react'
import type { Outcome } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { storyName } from '#components/language/names.ts'
import { Input } from '#components/ui/Input.tsx'
import type { Move } from '#lib/domain/stage.ts'
import { type Story } from '#lib/domain/story.ts'
import { DuplicateField, type Repeats } from './DuplicateField.tsx'
import { useReason } from './ReasonField.tsx'
import { ReasonFrame } from './ReasonFrame.tsx'

export interface ReasonGiven {
  readonly reason: string
  /** `YYYY-MM-DD`. */
  readonly revisitOn: string | undefined
  readonly duplicateOf: string | undefined
  readonly merge: true | undefined
}

/** Asks in place for the reason a move needs (UX10); of a story that won't be done also when to look again, and what it repeats. */
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
  const t = textsOf('asks.reason')
  const dismissing = move === 'dismissStory'
  const reason = useReason(`${workspaceId}:${move}`, story.id)
  const [revisitOn, setRevisitOn] = useState('')
  const [repeats, setRepeats] = useState<Repeats | null>(null)
  const revisitId = useId()
  return (
    <ReasonFrame
      reason={reason}
      question={reasonQuestion(story, move)}
      isDismissal={dismissing}
      placeholder={dismissing ? t('dismissExample') : undefined}
      give={() =>
        onGiven({
          reason: reason.text,
          revisitOn: revisitOn || undefined,
          duplicateOf: repeats?.story.id,
          merge: repeats?.merge || undefined,
        })
      }
      onDone={onDone}
    >
      {dismissing ? (
        <>
          <div className="flex items-center gap-2">
            <label htmlFor={revisitId} className="flex-1 text-label text-muted">
              {t.rich('again', { o: quietly })}
            </label>
            <Input
              id={revisitId}
              type="date"
              value={revisitOn}
              onChange={(event) => setRevisitOn(event.target.value)}
              className="w-36! text-label!"
            />
          </div>
          <DuplicateField
            story={story}
            repeats={repeats}
            onChange={(next) => {
              setRepeats(next)
              if (next && reason.text.trim() === '') {
                reason.change(t('repeats', { name: storyName(next.story) }))
              }
            }}
          />
        </>
      ) : null}
    </ReasonFrame>
  )
}

function quietly(words: ReactNode) {
  return <span className="text-subtle">{words}</span>
}

/** Gives what is asked when a move needs a reason. */
export function reasonQuestion(story: Story, move: Move): string {
  const t = textsOf('asks.reason')
  return t(move === 'dismissStory' ? 'dismiss' : 'bounce', { name: storyName(story) })
}
