import { type KeyboardEvent, type SyntheticEvent, useEffect, useId, useRef, useState } from 'react'
import { runAction } from '#components/actions/index.ts'
import { Button } from '#components/ui/Button.tsx'
import { Field } from '#components/ui/Field.tsx'
import { Input } from '#components/ui/Input.tsx'
import { Textarea } from '#components/ui/Textarea.tsx'
import type { Move } from '#lib/domain/stage.ts'
import { REASON_MAX_CHARACTERS } from '#lib/domain/story.ts'
import { keepReason, readReason, recentReasons, rememberReason } from './reasons.ts'
import { nameOf, storyMoves, type StoryTarget } from './storyActions.ts'

/** Asks why, in place (UX10). What is typed survives Escape and a reload (UX11). */
export function ReasonForm({
  target,
  move,
  onDone,
}: {
  readonly target: StoryTarget
  readonly move: Move
  readonly onDone: () => void
}) {
  const draft = `reason:${target.story.id}:${move}`
  const [reason, setReason] = useState(() => readReason(draft))
  const [revisitOn, setRevisitOn] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [recent] = useState(() => recentReasons(move))
  const field = useRef<HTMLTextAreaElement>(null)
  const formId = useId()
  const isDismissal = move === 'dismissStory'

  useEffect(() => field.current?.focus(), [])

  const type = (text: string) => {
    setReason(text)
    keepReason(draft, text)
    setProblem(null)
  }
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const found = problemWith(reason)
    setProblem(found)
    if (found !== null) return
    const outcome = runAction(storyMoves[move], {
      ...target,
      reason,
      ...(revisitOn ? { revisitOn } : {}),
    })
    if (!outcome.ok) return
    rememberReason(move, reason)
    keepReason(draft, '')
    onDone()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.stopPropagation()
      onDone()
    } else if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit(event)
  }
  return (
    <form
      id={formId}
      aria-label={`Reason for ${nameOf(target.story)}`}
      onSubmit={submit}
      className="my-1 flex flex-col gap-3 rounded-card border bg-surface p-3"
    >
      <Field label={isDismissal ? 'Why will it not be done?' : 'What is missing?'} error={problem}>
        <Textarea
          ref={field}
          value={reason}
          onKeyDown={onKeyDown}
          onChange={(event) => type(event.target.value)}
        />
      </Field>
      {recent.length > 0 && reason === '' ? (
        <ul aria-label="Reasons given before" className="-mt-1 flex flex-col gap-1">
          {recent.map((earlier) => (
            <li key={earlier}>
              <button
                type="button"
                onClick={() => {
                  type(earlier)
                  field.current?.focus()
                }}
                className="min-h-6 w-full truncate rounded-control px-1.5 text-left text-label text-muted hover:bg-hover hover:text-text coarse:min-h-11"
              >
                {earlier}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {isDismissal ? (
        <Field label="Look at it again on (optional)">
          <Input
            type="date"
            value={revisitOn}
            onKeyDown={onKeyDown}
            onChange={(event) => setRevisitOn(event.target.value)}
          />
        </Field>
      ) : null}
      <div className="flex justify-end gap-2">
        <Button look="quiet" size="small" onClick={onDone}>
          Cancel
        </Button>
        <Button look="primary" size="small" type="submit">
          {isDismissal ? "Won't do" : 'Send back'}
        </Button>
      </div>
    </form>
  )
}

/** What is wrong with a reason, said at the field; the rule itself is `decide`'s. */
function problemWith(reason: string): string | null {
  const length = reason.trim().length
  if (length === 0) return 'Say in a few words why, so that whoever wrote it knows what to do next.'
  return length > REASON_MAX_CHARACTERS
    ? `This is ${(length - REASON_MAX_CHARACTERS).toLocaleString('en')} characters too long; at most ${REASON_MAX_CHARACTERS.toLocaleString('en')} fit.`
    : null
}
