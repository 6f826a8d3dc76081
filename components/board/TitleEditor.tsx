'use client'

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { runAction } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { classes } from '#components/ui/classes.ts'
import type { Story } from '#lib/domain/story.ts'
import { isComposing } from '#components/ui/composing.ts'
import { useBoard } from './board.ts'
import { EMPTY_HAND } from './boardState.ts'
import { renameStory } from './cardActions.ts'

/** Edits a title where it stands: Enter commits, Escape reverts, leaving it commits (UX19). A refusal stays beside it. */
export function TitleEditor({
  story,
  className,
  onClose,
}: {
  readonly story: Story
  readonly className?: string
  /** Called when it is committed or reverted. On a card the board's hand is emptied. */
  readonly onClose?: () => void
}) {
  const t = textsOf('board.card')
  const board = useBoard()
  const [title, setTitle] = useState(story.title)
  const [problem, setProblem] = useState<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const closed = useRef(false)
  const problemId = useId()

  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])

  function commit(): void {
    if (closed.current) return
    const outcome = runAction(renameStory, { board, story, title: title.trim() })
    if (outcome.ok) close()
    else setProblem(outcome.message)
  }

  function close(): void {
    closed.current = true
    if (onClose) return onClose()
    board.state.set({ hand: EMPTY_HAND, grab: document.activeElement === field.current })
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event)) return
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Enter') commit()
    else close()
  }

  return (
    <>
      <textarea
        ref={field}
        value={title}
        rows={1}
        aria-label={t('titleOf', { name: story.key ?? t('theNewIdea') })}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : problemId}
        onChange={(event) => {
          setTitle(event.target.value.replace(/[\r\n]+/g, ' '))
          setProblem(null)
        }}
        onBlur={commit}
        onKeyDown={onKeyDown}
        className={classes(
          '-mx-1 -my-0.5 field-sizing-content resize-none rounded-control bg-surface px-1 py-0.5 text-text select-text focus:outline-2 focus:outline-focus',
          className,
        )}
      />
      {problem === null ? null : (
        <p id={problemId} role="alert" className="text-label text-danger">
          {problem}
        </p>
      )}
    </>
  )
}
