'use client'

import { TriangleAlert } from 'lucide-react'
import {
  type ClipboardEvent,
  type KeyboardEvent,
  lazy,
  Suspense,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import { defineAction, runAction } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { keepDraft, readDraft } from '#components/session/drafts.ts'
import { classes } from '#components/ui/classes.ts'
import { Button } from '#components/ui/Button.tsx'
import { type Board, captureDraft } from './board.ts'
import { captureAll } from './captureAll.ts'
import { readPaste } from './paste.ts'
import { useSimilar } from './useSimilar.ts'
import { useStore } from '#components/cards/store.ts'
import { isComposing } from '#components/ui/composing.ts'

// What is shown once something resembles what is typed.
const SimilarIdeas = lazy(() =>
  import('./SimilarIdeas.tsx').then((module) => ({ default: module.SimilarIdeas })),
)
const ResemblingLines = lazy(() =>
  import('./ResemblingLines.tsx').then((module) => ({ default: module.ResemblingLines })),
)

/** Characters from which a paste is no longer typed into the field but set. */
const LONG_PASTE = 4_000

/** Captures what stands in the composer. Reports back what could not be captured, so that it stays there. */
const captureIdeas = defineAction<{
  readonly board: Board
  readonly ideas: readonly string[]
  readonly onCaptured: (stories: readonly string[]) => void
}>({
  id: 'board.captureIdeas',
  group: 'Board',
  keysOnly: true,
  run: ({ board, ideas, onCaptured }) => {
    const { stories, outcome } = captureAll(board, ideas)
    onCaptured(stories)
    return outcome
  },
})

/** Where ideas are typed or pasted. It comes behind the board's first picture. */
export function OpenComposer({ board }: { readonly board: Board }) {
  const t = textsOf('board.capture')
  const draftName = captureDraft(board.workspaceId)
  const [text, setText] = useState(() => readDraft(draftName))
  const field = useRef<HTMLTextAreaElement>(null)
  const helpId = useId()
  const { ideas, refused, warning } = useMemo(() => readPaste(text), [text])
  const settings = useStore(board.state, (state) => state.settings)
  const alike = useSimilar(ideas)

  // `C` while it is open brings the cursor back.
  useEffect(() => {
    const input = field.current
    input?.focus()
    input?.setSelectionRange(input.value.length, input.value.length)
  }, [])

  function change(next: string): void {
    setText(next)
    keepDraft(draftName, next)
  }

  /** A long list goes in as a value: as keystrokes the browser would take seconds for a thousand lines. */
  function onPaste(event: ClipboardEvent<HTMLTextAreaElement>): void {
    const pasted = event.clipboardData.getData('text/plain')
    if (pasted.length < LONG_PASTE) return
    event.preventDefault()
    const { selectionStart, selectionEnd } = event.currentTarget
    change(text.slice(0, selectionStart) + pasted + text.slice(selectionEnd))
  }

  function submit(): void {
    if (ideas.length === 0) return field.current?.focus()
    runAction(captureIdeas, {
      board,
      ideas,
      onCaptured: (stories) => {
        const left = [...ideas.slice(stories.length), ...refused.map(({ line }) => line)]
        change(left.join('\n'))
        const last = stories.at(-1)
        // It is also where the keyboard goes on when the composer is closed.
        if (last !== undefined) board.state.set({ revealed: last, focus: last })
      },
    })
    field.current?.focus()
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event)) return
    if (event.key === 'Escape') {
      event.stopPropagation()
      board.state.set({ composing: false, grab: true })
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      submit()
    } else if (event.altKey && /^Digit[1-3]$/.test(event.code)) {
      const story = alike.stories[Number(event.code.slice(-1)) - 1]
      if (!story) return
      event.preventDefault()
      board.peek(story)
    }
  }

  function leaveOut(): void {
    const known = new Set(alike.lines.map(({ idea }) => idea))
    const rest = [...ideas.filter((idea) => !known.has(idea)), ...refused.map(({ line }) => line)]
    change(rest.join('\n'))
    field.current?.focus()
  }

  const many = ideas.length + refused.length > 1
  return (
    <form
      className="shrink-0 p-2"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <div className="flex flex-col rounded-card border border-accent/60 bg-surface focus-within:border-accent">
        <textarea
          ref={field}
          value={text}
          rows={2}
          aria-label={t('label')}
          aria-describedby={helpId}
          placeholder={t('placeholder')}
          onChange={(event) => change(event.target.value)}
          onPaste={onPaste}
          onKeyDown={onKeyDown}
          className={classes(
            text.length < LONG_PASTE ? 'field-sizing-content' : 'h-60',
            'max-h-60 min-h-14 w-full resize-none rounded-card bg-transparent px-3 py-2 text-interface text-text outline-none',
          )}
        />
        <div aria-live="polite">
          {warning ? <Note>{warning}</Note> : null}
          {refused.length > 0 ? (
            <Note>
              {t('stays', { count: refused.length })}
              {refused.slice(0, 3).map(({ line, reason }, index) => (
                <span key={index} className="mt-1 block">
                  <span className="text-text">{t('line', { line: line.slice(0, 40) })}</span>{' '}
                  {reason}
                </span>
              ))}
              {refused.length > 3 ? (
                <span className="mt-1 block">{t('more', { count: refused.length - 3 })}</span>
              ) : null}
            </Note>
          ) : null}
        </div>
        <Suspense>
          {alike.stories.length > 0 ? (
            <SimilarIdeas stories={alike.stories} settings={settings} onOpen={board.peek} />
          ) : null}
          {alike.lines.length > 0 ? (
            <ResemblingLines
              lines={alike.lines}
              of={ideas.length}
              onOpen={board.peek}
              onLeaveOut={leaveOut}
            />
          ) : null}
        </Suspense>
        <div className="flex items-center gap-2 p-2 pt-1">
          <p id={helpId} className="min-w-0 flex-1 truncate ps-1 text-meta text-subtle">
            {many ? t('oneALine') : t('enter')}
          </p>
          <Button type="submit" look="primary" size="small" disabled={ideas.length === 0}>
            {many ? t('goMany', { count: ideas.length }) : t('go')}
          </Button>
        </div>
      </div>
    </form>
  )
}

function Note({ children }: { readonly children: React.ReactNode }) {
  return (
    <div className="flex gap-2 px-3 py-1 text-label text-muted">
      <TriangleAlert aria-hidden size={14} className="mt-0.5 shrink-0 text-idea" />
      <div className="min-w-0 break-words">{children}</div>
    </div>
  )
}
