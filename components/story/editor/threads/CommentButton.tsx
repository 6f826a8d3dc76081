'use client'

import { type Editor, posToDOMRect } from '@tiptap/core'
import { MessageSquarePlus } from 'lucide-react'
import { type RefObject, useRef } from 'react'
import { deskOf } from '#components/discussion/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { useCan } from '#components/session/hooks.ts'
import { Button } from '#components/ui/Button.tsx'
import { useBeside } from '../useBeside.ts'
import { useTextState } from '../useTextState.ts'

/** Beside selected words, for whoever may comment and not write. */
export function CommentButton({
  storyId,
  editor,
  root,
}: {
  readonly storyId: string
  readonly editor: Editor
  readonly root: RefObject<HTMLElement | null>
}) {
  const t = textsOf('story')
  const text = useTextState(editor)
  const ids = { thread: 'judged', comment: 'judged' }
  const no = useCan({ type: 'startThread', story: storyId, ...ids, text: 'judged', anchor: null })
  const element = useRef<HTMLDivElement>(null)
  const isShown = text.wordsSelected && no === null
  useBeside(
    editor,
    root,
    element,
    () => (isShown ? posToDOMRect(editor.view, text.from, text.to) : null),
    { side: 'above', align: 'centre', gap: 8 },
  )
  if (!isShown) return null
  const begin = (suggests: boolean) => () => deskOf(storyId).begin.get()?.(suggests)
  return (
    <div
      ref={element}
      role="toolbar"
      tabIndex={-1}
      aria-label={t('bar.selected')}
      className="absolute z-30 flex gap-0.5 rounded-card border bg-surface p-0.5 shadow-overlay"
      onMouseDown={(event) => event.preventDefault()}
    >
      <Button
        size="small"
        look="quiet"
        icon={<MessageSquarePlus aria-hidden size={14} />}
        onClick={begin(false)}
      >
        {t('block.comment')}
      </Button>
      <Button size="small" look="quiet" onClick={begin(true)}>
        {t('talk.suggest')}
      </Button>
    </div>
  )
}
