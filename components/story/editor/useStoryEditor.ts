import { Editor } from '@tiptap/core'
import { type RefObject, useEffect, useEffectEvent, useState } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type { Doc } from 'yjs'
import { comesFromYjs } from '#lib/doc/localOnly.ts'
import { watchSchema } from '#lib/doc/watch.ts'
import type { SlashOptions } from './slash/slash.ts'
import { storyExtensions } from './storyExtensions.ts'

export interface StoryEditorOptions {
  readonly doc: Doc
  readonly awareness: Awareness
  readonly readOnly: boolean
  readonly slash: SlashOptions
  /** Attributes of the textbox. */
  readonly attributes: Record<string, string>
  readonly onEdit: () => void
  readonly onTooNew: () => void
}

/**
 * Keeps an editor of `doc` in `holder` for as long as the view is mounted; null before the first paint. It is made and
 * destroyed with the view's effects and at no other time: its plugins write to the document and tell the others where
 * the caret is.
 */
export function useStoryEditor(
  holder: RefObject<HTMLElement | null>,
  { doc, awareness, readOnly, slash, attributes, onEdit, onTooNew }: StoryEditorOptions,
): Editor | null {
  const [editor, setEditor] = useState<Editor | null>(null)
  const edited = useEffectEvent(onEdit)
  const tooNew = useEffectEvent(onTooNew)
  const open = useEffectEvent((element: HTMLElement, document: Doc, others: Awareness) => {
    return new Editor({
      element,
      extensions: storyExtensions(document, others, slash),
      editable: !readOnly,
      // The page's policy allows no styles written into it; editor.css has them.
      injectCSS: false,
      editorProps: {
        attributes,
        // Room for the bar above the keyboard, and for what floats over the page's edges.
        scrollThreshold: 80,
        scrollMargin: 88,
      },
      onUpdate: ({ transaction }) => {
        if (!comesFromYjs(transaction)) edited()
      },
    })
  })

  useEffect(() => {
    if (!holder.current) return
    const opened = open(holder.current, doc, awareness)
    setEditor(opened)
    // Destroyed at once, not at the next render: what a newer editor wrote must not reach this one.
    const stop = watchSchema(doc, () => {
      opened.destroy()
      setEditor(null)
      tooNew()
    })
    return () => {
      stop()
      setEditor(null)
      opened.destroy()
    }
  }, [holder, doc, awareness])

  useEffect(() => {
    if (editor && editor.isEditable === readOnly) editor.setEditable(!readOnly, false)
  }, [editor, readOnly])
  return editor
}
