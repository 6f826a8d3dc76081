'use client'

import { CircleAlert, Copy, MessageSquareQuote } from 'lucide-react'
import type { ReactNode } from 'react'
import { availability, type ReadyArea, runAction } from '#components/actions/index.ts'
import { acknowledgeChange } from '#components/flow/teamActions.ts'
import { textsOf } from '#components/language/loaded.ts'
import { useFiledToo } from '#components/session/hooks.ts'
import { Link } from '#components/shell/Link.tsx'
import { Button } from '#components/ui/Button.tsx'
import { reasonShown } from '#lib/domain/inverse.ts'
import { changedSinceSized } from '#lib/domain/readiness.ts'
import { isAreaStory, shortName } from '#lib/domain/story.ts'
import type { StoryTarget } from './storyActions.ts'
import { dateInWords } from './when.ts'

/** What whoever opens a story has to know first: why it is here, what it repeats, that its criteria changed (RD6). */
export function StoryNotes({
  target,
  area,
}: {
  readonly target: StoryTarget
  readonly area: ReadyArea
}) {
  const t = textsOf('story')
  const { story } = target
  const original = story.duplicateOf === null ? undefined : area.stories.get(story.duplicateOf)
  useFiledToo(story.duplicateOf !== null && !original)
  const hasChanged = !isAreaStory(story) && changedSinceSized(story)
  const reason = reasonShown(story)
  if (!original && !hasChanged && !reason && !story.revisitOn) return null
  const can = availability(acknowledgeChange, target)
  return (
    <div className="mt-2 flex flex-col gap-2">
      {reason || story.revisitOn ? (
        <Note icon={<MessageSquareQuote aria-hidden size={14} />}>
          <span className="min-w-0 flex-1 wrap-anywhere whitespace-pre-wrap">
            <span className="text-subtle">
              {story.stage === 'wont-do' ? textsOf('words')('stages.wont-do') : t('notes.sentBack')}
              :{' '}
            </span>
            {reason ?? t('notes.noReason')}
            {story.revisitOn ? (
              <span className="block text-label text-subtle">
                {t('notes.lookAgain', { on: dateInWords(story.revisitOn) })}
              </span>
            ) : null}
          </span>
        </Note>
      ) : null}
      {original ? (
        <Note icon={<Copy aria-hidden size={14} />}>
          <span className="min-w-0 flex-1 wrap-anywhere">
            {t('notes.repeats')}{' '}
            <Link
              to={{ page: 'story', key: original.key ?? original.id }}
              className="text-accent-text hover:underline"
            >
              {shortName(original)} {original.title}
            </Link>
          </span>
        </Note>
      ) : null}
      {hasChanged ? (
        <Note icon={<CircleAlert aria-hidden size={14} className="text-idea" />}>
          <span className="min-w-40 flex-1">
            {t('notes.changed', { size: story.size ?? 'none' })}
            {can.kind === 'explained' ? (
              <span className="block text-label text-subtle">{can.reason}</span>
            ) : null}
          </span>
          {can.kind === 'available' ? (
            <Button size="small" onClick={() => runAction(acknowledgeChange, target)}>
              {t('notes.seen')}
            </Button>
          ) : null}
        </Note>
      ) : null}
    </div>
  )
}

function Note({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-start gap-2 rounded-card border bg-sunken/60 px-2.5 py-1.5 text-interface">
      <span className="mt-0.75 shrink-0 text-muted">{icon}</span>
      {children}
    </div>
  )
}
