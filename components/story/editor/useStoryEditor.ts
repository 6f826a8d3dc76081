import { Editor } from '@tiptap/core'
import { type RefObject, useEffect, useEffectEvent, useState } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type { Doc } from 'yjs'
import { comesFromYjs } from '#lib/doc/localOnly.ts'
import { type Obstacle, watchObstacles } from '#lib/doc/obstacle.ts'
import { storyExtensions, type StoryParts } from './storyExtensions.ts'

export interface StoryEditorOptions {
  readonly doc: Doc
  readonly awareness: Awareness
  readonly readOnly: boolean
  readonly parts: StoryParts
  /** Attributes of the textbox. */
  readonly attributes: Record<string, string>
  readonly onEdit: () => void
  readonly onObstacle: (obstacle: Obstacle) => void
}

/**
 * Keeps an editor of `doc` in `holder` for as long as the view is mounted; null before the first paint. It is made and
 * destroyed with the view's effects and at no other time: its plugins write to the document and tell the others where
 * the caret is.
 */
export function useStoryEditor(
  holder: RefObject<HTMLElement | null>,
  { doc, awareness, readOnly, parts, attributes, onEdit, onObstacle }: StoryEditorOptions,
): Editor | null {
  const [editor, setEditor] = useState<Editor | null>(null)
  const edited = useEffectEvent(onEdit)
  const stopped = useEffectEvent(onObstacle)
  const open = useEffectEvent((element: HTMLElement, document: Doc, others: Awareness) => {
    return new Editor({
      element,
      extensions: storyExtensions(document, others, parts),
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
    let opened: Editor | null = null
    // Destroyed at once, not at the next render, and watching before the editor does: what it must not see does not
    // reach it.
    const stop = watchObstacles(doc, (obstacle) => {
      opened?.destroy()
      setEditor(null)
      stopped(obstacle)
    })
    opened = open(holder.current, doc, awareness)
    setEditor(opened)
    return () => {
      stop()
      setEditor(null)
      opened?.destroy()
    }
  }, [holder, doc, awareness])

  // It may become one to read only, or one to write in again: for assistive technology it is another thing then.
  const turn = useEffectEvent((one: Editor) => {
    one.setOptions({ editorProps: { ...one.options.editorProps, attributes } })
    one.setEditable(!readOnly, false)
  })
  useEffect(() => {
    if (editor && editor.isEditable === readOnly) turn(editor)
  }, [editor, readOnly])
  return editor
}
