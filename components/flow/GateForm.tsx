'use client'

import { type KeyboardEvent, type SyntheticEvent, useEffect, useId, useRef } from 'react'
import { type Outcome, runAction } from '#components/actions/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { storyName } from '#components/language/names.ts'
import { whatIsMissing } from '#components/language/whatIsMissing.ts'
import { Button } from '#components/ui/Button.tsx'
import { checklist } from '#lib/domain/checklist.ts'
import type { Check } from '#lib/domain/policy.ts'
import type { Place } from '#lib/domain/rank.ts'
import { type Story } from '#lib/domain/story.ts'
import { isComposing } from '#components/ui/composing.ts'
import { MissingChecks } from './MissingChecks.tsx'
import { storyMoves } from './moveActions.ts'
import { ReasonField, recallByKey, useReason } from './ReasonField.tsx'
import type { AskingTarget } from './target.ts'
import { usePolicy } from './usePolicy.ts'
import { WhoCanFix } from './WhoCanFix.tsx'

/** How the gate was passed: by a press, or with a reason. */
export type GateAnswer = { readonly override: string } | { readonly confirmed: true }

/**
 * RD1: what a story lacks on its way to Ready, with the way to each, and the way through all the same: a press in gate
 * mode `warn`, a reason in mode `block`. It follows the story: what is put right meanwhile goes from the list.
 */
export function GateForm({
  target,
  story,
  place,
  go,
  onFix,
  onDone,
}: {
  readonly target: AskingTarget
  /** As its document says now. */
  readonly story: Story
  readonly place: Place | undefined
  /** What lets it through; by default the move to Ready. */
  readonly go?: (answer: GateAnswer) => Promise<Pick<Outcome, 'ok'> & { readonly message?: string }>
  /** Goes to what a check is about. */
  readonly onFix: (check: Check) => void
  /** The story was moved, or the person thought better of it. */
  readonly onDone: () => void
}) {
  const t = textsOf('asks.gate')
  const policy = usePolicy()
  const reason = useReason(`${target.client.workspaceId}:override`, story.id)
  const questionId = useId()
  const form = useRef<HTMLFormElement>(null)
  // What is missing comes first: pressing Enter twice does not go past it.
  useEffect(() => form.current?.querySelector('button')?.focus(), [])
  const missing = checklist(story, policy).filter(
    ({ level, isMet }) => level === 'required' && !isMet,
  )
  const takesReason = policy.gate === 'block' && missing.length > 0

  function submit(event: SyntheticEvent): void {
    event.preventDefault()
    if (takesReason && reason.text.trim() === '') {
      return reason.refuse(t('sayWhy'))
    }
    const answer: GateAnswer = takesReason ? { override: reason.text } : { confirmed: true }
    if (go) return void go(answer).then(settle)
    settle(
      runAction(
        storyMoves.markReady,
        { ...target, story, place, ...answer },
        { refusalShown: takesReason },
      ),
    )
  }

  function settle(outcome: Pick<Outcome, 'ok'> & { readonly message?: string }): void {
    if (!outcome.ok) return takesReason ? reason.refuse(outcome.message ?? '') : undefined
    if (takesReason) reason.accept()
    onDone()
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event) || recallByKey(event, reason)) return
    const wants =
      event.key === 'Enter' &&
      (event.target === reason.field.current ? !event.shiftKey : event.ctrlKey || event.metaKey)
    if (event.key === 'Escape') {
      event.stopPropagation()
      onDone()
    } else if (wants) submit(event)
  }

  return (
    <form
      ref={form}
      aria-labelledby={questionId}
      onKeyDown={onKeyDown}
      onSubmit={submit}
      className="flex flex-col gap-2"
    >
      <p id={questionId} className="text-interface font-semibold">
        {missing.length === 0
          ? t('isReady', { name: storyName(story) })
          : t('lacks', {
              name: storyName(story),
              checks: textsOf('flow')('checksMissing', { count: missing.length }),
            })}
      </p>
      {missing.length === 0 ? (
        <p className="text-label text-muted">{t('allMet')}</p>
      ) : (
        <>
          <MissingChecks
            lines={missing.map(({ check }) => ({
              check,
              missing: whatIsMissing(check, story, policy),
            }))}
            onFix={onFix}
          />
          <WhoCanFix story={story} checks={missing.map(({ check }) => check)} />
        </>
      )}
      {takesReason ? (
        <ReasonField
          reason={reason}
          label={t('why')}
          placeholder={t('whyAsked')}
          autoFocus={false}
        />
      ) : null}
      <div className="mt-1 flex justify-end gap-2">
        <Button size="small" look="quiet" onClick={onDone}>
          {t('notYet')}
        </Button>
        <Button size="small" look={missing.length === 0 ? 'primary' : 'secondary'} type="submit">
          {missing.length === 0 ? t('go') : t('goAnyway')}
        </Button>
      </div>
    </form>
  )
}

/** Gives what the gate asks, for whoever cannot see it open. */
export function gateQuestion(story: Story): string {
  return textsOf('asks.gate')('question', { name: storyName(story) })
}
