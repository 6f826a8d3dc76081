'use client'

import type { Editor } from '@tiptap/core'
import { type ReactNode, type RefObject, useEffect, useMemo } from 'react'
import { flushSync } from 'react-dom'
import type { Doc } from 'yjs'
import { deskOf, loadBesideText } from '#components/discussion/index.ts'
import { useReadable, useWorkspaceClient } from '#components/session/hooks.ts'
import type { Readable } from '#lib/client/client.ts'
import { anchorAt } from '#lib/doc/anchorPlace.ts'
import type { Thread } from '#lib/domain/talk/thread.ts'
import { COARSE, useMedia } from '../media.ts'
import { Beside } from './Beside.tsx'
import { CommentButton } from './CommentButton.tsx'
import { MarginMarks } from './MarginMarks.tsx'
import { putBackText, replaceText } from './replaceText.ts'
import { type Anchored, tellThreads, threadMarks, threadMarksPlugin } from './threadMarks.ts'
import { wordsWithin } from './wordsWithin.ts'

/** From here on there is room for marks between the text and what is beside it. */
const WIDE_MARGIN = '(min-width: 80rem)'

/** The threads about places in a story's text: their marks, the one that is open beside them, and how one is begun. */
export default function TextThreads({
  storyId,
  doc,
  editor,
  root,
  readOnly,
  compact,
  zoomed,
}: {
  readonly storyId: string
  readonly doc: Doc
  readonly editor: Editor
  readonly root: RefObject<HTMLElement | null>
  readonly readOnly: boolean
  /** It stands in a panel, where there is no margin. */
  readonly compact: boolean
  /** The picture that fills the screen: what is said about it is shown there. */
  readonly zoomed: Readable<unknown>
}): ReactNode {
  const client = useWorkspaceClient()
  const desk = deskOf(storyId)
  const view = useReadable(useMemo(() => client.talk(storyId), [client, storyId]))
  const atHand = useReadable(desk.atHand)
  const hasMargin = useMedia(WIDE_MARGIN) && !compact
  const isInText = useReadable(zoomed) === null
  const threads = useMemo(
    () => (view.phase === 'ready' ? view.threads.filter(isPlaced) : []),
    [view],
  )

  const inMargin = useMemo(() => threads.filter(({ resolved }) => resolved === null), [threads])

  useEffect(() => void loadBesideText().catch(() => {}), [])

  useEffect(() => {
    const plugin = threadMarksPlugin(doc, {
      onPlaces: (places) => {
        const marked = threadMarks.getState(editor.state)?.threads ?? []
        desk.orphans.set(new Set(marked.map(({ id }) => id).filter((id) => !places.has(id))))
      },
      onPress: (thread) => desk.atHand.set({ kind: 'thread', thread }),
    })
    editor.registerPlugin(plugin)
    desk.begin.set((suggests, range) => {
      const { from, to } = wordsWithin(editor.state.doc, range ?? editor.state.selection)
      const anchor = anchorAt(doc, editor.schema, from, to)
      if (!anchor) return false
      // At once, its place first: what is typed right behind the key would replace the selected words.
      const marked = threadMarks.getState(editor.state)?.threads ?? []
      tellThreads(editor.view, [...marked, { id: NEW_THREAD, anchor, suggests, isAtHand: true }])
      flushSync(() => desk.atHand.set({ kind: 'new', anchor, suggests }))
      return true
    })
    desk.show.set((thread) => {
      // A resolved one is marked only while it is at hand.
      flushSync(() => desk.atHand.set({ kind: 'thread', thread }))
      markOf(root, thread)?.scrollIntoView({ block: 'center' })
    })
    return () => {
      for (const value of [desk.begin, desk.show, desk.orphans, desk.atHand]) value.set(null)
      if (!editor.isDestroyed) editor.unregisterPlugin(threadMarks)
    }
  }, [editor, doc, desk, root])

  useEffect(() => {
    if (readOnly) return
    desk.replace.set((thread, tell) => {
      const made = replaceText(editor, doc, thread, tell)
      if (made.ok) {
        const open = desk.atHand.get()
        if (open?.kind === 'thread' && open.thread === thread.id) desk.atHand.set(null)
        // On a touch screen the keyboard would come over what was just changed.
        if (!matchMedia(COARSE).matches) editor.view.focus()
      }
      return made
    })
    desk.putBack.set((replaced) => putBackText(editor, doc, replaced))
    return () => {
      desk.replace.set(null)
      desk.putBack.set(null)
    }
  }, [editor, doc, desk, readOnly])

  useEffect(() => {
    const shown = threads.filter(
      ({ id, resolved }) =>
        resolved === null || (atHand?.kind === 'thread' && atHand.thread === id),
    )
    const anchored: Anchored[] = shown.flatMap(({ id, anchor, suggestion, settled }) => {
      const isAtHand = atHand?.kind === 'thread' && atHand.thread === id
      const suggests = suggestion !== null && settled === null
      const accepted = settled?.outcome === 'accepted' ? suggestion?.to : undefined
      return anchor ? [{ id, anchor, suggests, isAtHand, accepted }] : []
    })
    if (atHand?.kind === 'new') {
      const { anchor, suggests } = atHand
      anchored.push({ id: NEW_THREAD, anchor, suggests, isAtHand: true })
    }
    tellThreads(editor.view, anchored)
  }, [editor, threads, atHand])

  useEffect(() => {
    if (!atHand || !isInText) return
    const id = atHand.kind === 'new' ? NEW_THREAD : atHand.thread
    // On a phone over the sheet that is about it: how much the sheet takes is in `editor.css`.
    markOf(root, id)?.scrollIntoView({ block: 'nearest' })
  }, [atHand, isInText, root])

  return (
    <>
      {readOnly ? <CommentButton storyId={storyId} editor={editor} root={root} /> : null}
      {hasMargin ? (
        <MarginMarks storyId={storyId} editor={editor} root={root} threads={inMargin} />
      ) : null}
      {atHand && isInText ? (
        <Beside
          storyId={storyId}
          editor={editor}
          root={root}
          atHand={atHand}
          hasMargin={hasMargin}
        />
      ) : null}
    </>
  )
}

/** The mark of what somebody is about to comment on. */
export const NEW_THREAD = 'new-thread'

function markOf(root: RefObject<HTMLElement | null>, thread: string): Element | null {
  return root.current?.querySelector(`[data-thread-mark="${CSS.escape(thread)}"]`) ?? null
}

function isPlaced({ anchor }: Thread): boolean {
  return anchor !== null
}
