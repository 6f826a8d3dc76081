'use client'

import { Check, CornerDownLeft, RotateCcw } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { Button } from '#components/ui/Button.tsx'
import { classes } from '#components/ui/classes.ts'
import type { Thread } from '#lib/domain/talk/thread.ts'
import { CommentItem } from './CommentItem.tsx'
import { Composer } from './Composer.tsx'
import { Place } from './Place.tsx'
import { SuggestionCard } from './SuggestionCard.tsx'
import { replyToThread, resolveThread } from './talkActions.ts'
import { useSeenOnScreen } from './useFresh.ts'
import type { TalkAround } from './useTalk.ts'

/** A thread: what it is about, what was said, and the answer that is being written. */
export function ThreadCard({
  around,
  thread,
  now,
  named = null,
  isFresh,
  isBeside = false,
  goesOn = false,
}: {
  readonly around: TalkAround
  readonly thread: Thread
  readonly now: number
  /** The comment that an address led to. */
  readonly named?: string | null
  /** Something in it is new to this person. */
  readonly isFresh: boolean
  /** It stands beside its place in the text: what it is about is seen there. */
  readonly isBeside?: boolean
  /** The answer has the focus at once. */
  readonly goesOn?: boolean
}) {
  const t = useTranslations('discussion')
  const { client, story, view } = around
  const end = useRef<HTMLDivElement>(null)
  useSeenOnScreen(story.id, thread, isFresh, end)
  const pending = view.phase === 'ready' ? view.pending : null
  const isResolved = thread.resolved !== null
  const target = { client, story: story.id, thread }
  const can = client.judge({
    type: isResolved ? 'reopenThread' : 'resolveThread',
    story: story.id,
    thread: thread.id,
  })
  return (
    <div
      role="group"
      aria-label={isResolved ? t('resolvedThread') : t('thread')}
      data-thread={thread.id}
      className={classes('flex flex-col gap-1', isResolved && !isBeside && 'opacity-80')}
    >
      {isBeside && !isResolved && !isFresh ? null : (
        <header className="flex items-center gap-2 empty:hidden">
          {isFresh ? <FreshDot /> : null}
          {isBeside ? null : <Place around={around} thread={thread} />}
          {isResolved ? (
            <span className="ms-auto shrink-0 text-label text-subtle">
              {thread.settled ? t(`outcomes.${thread.settled.outcome}`) : t('resolved')}
            </span>
          ) : null}
        </header>
      )}
      {thread.suggestion ? <SuggestionCard around={around} thread={thread} /> : null}
      {thread.comments.map((comment) => (
        <CommentItem
          key={comment.id}
          around={around}
          thread={thread}
          comment={comment}
          now={now}
          isPending={pending?.has(comment.id) ?? false}
          isNamed={comment.id === named}
          isBeside={isBeside}
        />
      ))}
      <div ref={end} aria-hidden />
      <Answer around={around} thread={thread} opened={isBeside} goesOn={goesOn}>
        {can === null ? (
          <Button
            size="small"
            look="quiet"
            icon={
              isResolved ? <RotateCcw aria-hidden size={14} /> : <Check aria-hidden size={14} />
            }
            onClick={() => runAction(resolveThread, target)}
          >
            {isResolved ? t('reopen') : t('resolve')}
          </Button>
        ) : null}
      </Answer>
    </div>
  )
}

/** Something in it is new to this person. */
function FreshDot() {
  const t = useTranslations('discussion')
  return (
    <span className="flex shrink-0 items-center gap-1.5 text-label text-accent-text">
      <span aria-hidden className="size-2 rounded-full bg-accent" />
      {t('new')}
    </span>
  )
}

/** The answer that is written, and what else can be done with the thread. */
function Answer({
  around,
  thread,
  opened,
  goesOn,
  children,
}: {
  readonly around: TalkAround
  readonly thread: Thread
  readonly opened: boolean
  readonly goesOn: boolean
  readonly children: ReactNode
}) {
  const t = useTranslations('discussion')
  const [isOpen, setOpen] = useState(opened)
  if (around.noComment) return <div className="flex gap-1.5">{children}</div>
  if (!isOpen) {
    return (
      <div className="flex gap-1.5">
        <Button
          size="small"
          look="quiet"
          icon={<CornerDownLeft aria-hidden size={14} />}
          onClick={() => setOpen(true)}
        >
          {t('reply')}
        </Button>
        {children}
      </div>
    )
  }
  return (
    <Composer
      draft={`reply:${thread.id}`}
      label={t('reply')}
      placeholder={t('replyHint')}
      sendLabel={t('reply')}
      people={around.people}
      autoFocus={!opened || goesOn}
      onSend={(text) => {
        const { client, story } = around
        const target = { client, story: story.id, thread, text }
        const outcome = runAction(replyToThread, target, { refusalShown: true })
        return outcome.ok ? null : outcome.message
      }}
      {...(opened ? {} : { onCancel: () => setOpen(false) })}
    >
      {children}
    </Composer>
  )
}
