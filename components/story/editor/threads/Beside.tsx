'use client'

import type { Editor } from '@tiptap/core'
import { X } from 'lucide-react'
import { type RefObject, useEffect, useRef } from 'react'
import { type AtHand, BesideText, deskOf } from '#components/discussion/index.ts'
import { textsOf } from '#components/language/loaded.ts'
import { classes } from '#components/ui/classes.ts'
import { IconButton } from '#components/ui/IconButton.tsx'
import { isComposing } from '#components/ui/composing.ts'
import { useMedia } from '../media.ts'
import type { Box } from '../place.ts'
import { useBeside } from '../useBeside.ts'

/** From here on there is room for a card beside the words. */
const WIDE = '(min-width: 48rem)'

/** The marks between the text and the card, in pixels. */
const MARKS = 36

/** A thread beside its place in the text; where there is no room for it, in a sheet at the bottom. */
export function Beside({
  storyId,
  editor,
  root,
  atHand,
  hasMargin,
}: {
  readonly storyId: string
  readonly editor: Editor
  readonly root: RefObject<HTMLElement | null>
  readonly atHand: AtHand
  /** There is room right of the text: the card stands there, and covers no words. */
  readonly hasMargin: boolean
}) {
  const t = textsOf('story')
  const isWide = useMedia(WIDE)
  const element = useRef<HTMLDivElement>(null)
  const desk = deskOf(storyId)
  const sheet = useRef<HTMLDivElement>(null)
  useBeside(
    editor,
    root,
    isWide ? element : sheet,
    () => markBox(root.current),
    hasMargin ? { side: 'margin', gap: MARKS } : { side: 'below', align: 'centre', gap: 6 },
  )
  const begun = atHand.kind === 'new' && atHand.suggests ? t('talk.suggest') : t('talk.newComment')
  const title = atHand.kind === 'new' ? begun : t('talk.thread')
  const close = () => {
    desk.atHand.set(null)
    editor.commands.focus(undefined, { scrollIntoView: false })
  }
  useEffect(() => {
    // Pressing somewhere else puts it away; what was typed stays a draft.
    const onDown = (event: PointerEvent) => {
      const { target } = event
      if (!(target instanceof Element) || element.current?.contains(target)) return
      if (target.closest('[data-thread-mark], [role="dialog"], [role="menu"], [data-thread]'))
        return
      desk.atHand.set(null)
    }
    document.addEventListener('pointerdown', onDown)
    return () => document.removeEventListener('pointerdown', onDown)
  }, [desk])
  return (
    <div
      ref={element}
      role="dialog"
      aria-label={atHand.kind === 'new' ? t('talk.newComment') : t('talk.besideOne')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event)) return
        event.stopPropagation()
        close()
      }}
      className={classes(
        'pop-in z-40 flex flex-col overflow-y-auto border bg-surface p-3 shadow-overlay',
        isWide
          ? classes(
              'absolute max-h-[28rem] rounded-card',
              hasMargin ? 'w-80' : 'w-88 max-w-[calc(100%-1rem)]',
            )
          : 'fixed inset-x-0 bottom-0 max-h-[70dvh] rounded-t-panel pb-[max(0.75rem,env(safe-area-inset-bottom))]',
      )}
    >
      <header className="-mt-1 flex shrink-0 items-center justify-between">
        <span className="text-label text-subtle">{title}</span>
        <IconButton label={t('close')} size="small" className="-me-1" onClick={close}>
          <X aria-hidden size={14} />
        </IconButton>
      </header>
      <BesideText storyId={storyId} atHand={atHand} onDone={close} />
    </div>
  )
}

function markBox(root: HTMLElement | null): Box | null {
  const marks = [...(root?.querySelectorAll('[data-thread-mark].is-at-hand') ?? [])]
  const boxes = marks.map((mark) => mark.getBoundingClientRect())
  if (boxes.length === 0) return null
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  }
}
