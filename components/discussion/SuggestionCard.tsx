'use client'

import { refusalIn } from '#components/language/refusalText.ts'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { useReadable } from '#components/session/hooks.ts'
import { Button } from '#components/ui/Button.tsx'
import type { Outcome, Thread } from '#lib/domain/talk/thread.ts'
import { deskOf } from './desk.ts'
import { settleSuggestion } from './talkActions.ts'
import type { TalkAround } from './useTalk.ts'

/** What would be replaced by what, and the decision of whoever may write. */
export function SuggestionCard({
  around: { client, story },
  thread,
}: {
  readonly around: TalkAround
  readonly thread: Thread
}) {
  const t = useTranslations('discussion')
  const replace = useReadable(deskOf(story.id).replace)
  const { suggestion, settled } = thread
  if (!suggestion) return null
  const settle = (outcome: Outcome) => () => {
    runAction(settleSuggestion, { client, story: story.id, thread, outcome, replace })
  }
  const no = settled
    ? null
    : client.judge({
        type: 'settleSuggestion',
        story: story.id,
        thread: thread.id,
        outcome: 'accepted',
      })
  return (
    <div className="flex flex-col gap-2 rounded-card border bg-sunken/60 px-2.5 py-2">
      <p className="text-body wrap-anywhere whitespace-pre-wrap">
        <span className="sr-only">{t('replace')} </span>
        <del className="bg-danger-tint text-danger decoration-danger/60">
          {suggestion.from}
        </del>{' '}
        {suggestion.to === '' ? (
          <span className="text-label text-subtle">{t('deleted')}</span>
        ) : (
          <>
            <span className="sr-only"> {t('by')} </span>
            <ins className="bg-ready-tint text-ready no-underline">{suggestion.to}</ins>
          </>
        )}
      </p>
      {settled ? null : no === null ? (
        <div className="flex gap-1.5">
          {/* The text may still be on its way: until it is open nothing in it can be replaced. */}
          <Button size="small" look="primary" busy={replace === null} onClick={settle('accepted')}>
            {t('accept')}
          </Button>
          <Button size="small" onClick={settle('rejected')}>
            {t('reject')}
          </Button>
        </div>
      ) : (
        <p className="text-label text-subtle">{refusalIn(no)}</p>
      )}
    </div>
  )
}
