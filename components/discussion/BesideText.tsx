'use client'

import { refusalIn } from '#components/language/refusalText.ts'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import type { TextsIn } from '#components/language/messages.ts'
import type { Anchor, Suggestion } from '#lib/domain/talk/thread.ts'
import { useNow } from '#components/ui/useNow.ts'
import { useReadable } from '#components/session/hooks.ts'
import { keepDraft, readDraft } from '#components/session/drafts.ts'
import { newId } from '#lib/client/id.ts'
import { Composer, type ComposerHandle } from './Composer.tsx'
import { type AtHand, deskOf } from './desk.ts'
import { InsteadField } from './InsteadField.tsx'
import { startThread } from './talkActions.ts'
import { ThreadCard } from './ThreadCard.tsx'
import { useFresh } from './useFresh.ts'
import { type TalkAround, useTalk } from './useTalk.ts'

/** What stands beside the text: a thread, or one that is about to begin. */
export function BesideText({
  storyId,
  atHand,
  onDone,
}: {
  readonly storyId: string
  readonly atHand: AtHand
  readonly onDone: () => void
}) {
  const t = useTranslations('discussion')
  const around = useTalk(storyId)
  const fresh = useFresh(storyId)
  const now = useNow()
  const named = useReadable(deskOf(storyId).named)
  if (!around) return null
  if (atHand.kind === 'new') return <NewThread around={around} atHand={atHand} onDone={onDone} />
  const thread =
    around.view.phase === 'ready'
      ? around.view.threads.find(({ id }) => id === atHand.thread)
      : undefined
  if (!thread) {
    return <p className="text-interface text-muted">{t('threadGone')}</p>
  }
  return (
    <ThreadCard
      key={thread.id}
      around={around}
      thread={thread}
      now={now}
      named={named}
      isFresh={fresh.has(thread.id)}
      isBeside
      goesOn={atHand.goesOn ?? false}
    />
  )
}

function NewThread({
  around,
  atHand: { anchor, suggests },
  onDone,
}: {
  readonly around: TalkAround
  readonly atHand: Extract<AtHand, { kind: 'new' }>
  readonly onDone: () => void
}) {
  const t = useTranslations('discussion')
  const { client, story, people, noComment } = around
  // The same words, commented on again after Escape or a reload, find what was written about them.
  const draft = `talk:${story.id}:${placeOf(anchor)}`
  const why = useRef<ComposerHandle>(null)
  const [to, setTo] = useState(() => readDraft(`${draft}:to`) || anchor.quote)
  if (noComment) return <p className="text-interface text-muted">{refusalIn(noComment)}</p>
  const send = (text: string): string | null => {
    const thread = newId()
    const suggestion = suggests ? { suggestion: suggestionOf(anchor.quote, to) } : {}
    const target = { client, story: story.id, thread, text, anchor, ...suggestion }
    const outcome = runAction(startThread, target, { refusalShown: true })
    if (!outcome.ok) return outcome.message
    keepDraft(`${draft}:to`, '')
    deskOf(story.id).atHand.set({ kind: 'thread', thread, goesOn: true })
    return null
  }
  return (
    <div className="flex flex-col gap-2">
      <p className="line-clamp-3 border-s-2 border-idea-dot ps-1.5 text-label wrap-anywhere text-muted">
        {anchor.kind === 'image' ? partText(t, anchor.quote) : anchor.quote}
      </p>
      {suggests ? (
        <InsteadField
          value={to}
          onChange={(next) => {
            setTo(next)
            keepDraft(`${draft}:to`, next)
          }}
          onNext={() => why.current?.focus()}
          onSubmit={() => why.current?.submit()}
        />
      ) : null}
      <Composer
        ref={why}
        draft={draft}
        label={suggests ? t('why') : t('comment')}
        placeholder={suggests ? t('whyOptional') : t('commentHint')}
        sendLabel={suggests ? t('suggest') : t('comment')}
        mayBeEmpty={suggests}
        people={people}
        autoFocus={!suggests}
        onSend={send}
        onCancel={onDone}
      />
    </div>
  )
}

function partText(t: TextsIn<'discussion'>, picture: string): string {
  return picture === '' ? t('partOfPicture') : t('partOf', { picture })
}

/** The spaces around the words stay where they are in the text. */
function suggestionOf(from: string, to: string): Suggestion {
  return { from, to: from.trim() === '' ? to : to.trim() }
}

/** Another part of the same picture goes on with what was begun. */
function placeOf(anchor: Anchor): string {
  switch (anchor.kind) {
    case 'text':
      return anchor.start
    case 'block':
      return anchor.block
    case 'image':
      return `${anchor.block}:part`
  }
}
