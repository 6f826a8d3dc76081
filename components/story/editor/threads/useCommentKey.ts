import type { Editor } from '@tiptap/core'
import { useEffect } from 'react'
import { awaitField, awaitNothing } from '#components/actions/index.ts'
import { isComposing } from '#components/ui/composing.ts'
import { deskOf } from '#components/discussion/index.ts'
import { onceSet } from '#lib/client/readable.ts'
import { readSelection } from '../readSelection.ts'

/** Ctrl/Cmd+Alt+M comments on what is selected, with Shift suggests other words. */
export function useCommentKey(storyId: string, editor: Editor | null): void {
  useEffect(() => {
    if (!editor) return
    const { begin } = deskOf(storyId)
    let stopWaiting = () => {}
    // As for everything one writes: the physical key, whatever the layout has on it.
    const onKey = (event: KeyboardEvent) => {
      const isWanted = (event.ctrlKey || event.metaKey) && event.altKey && event.code === 'KeyM'
      if (!isWanted || isComposing(event)) return
      readSelection(editor.view)
      if (editor.state.selection.empty) return
      event.preventDefault()
      stopWaiting()
      // What is typed right behind the key would replace the selected words.
      awaitField()
      // The code of discussions comes behind that of the text.
      stopWaiting = onceSet(begin, (start) => {
        if (!start(event.shiftKey)) awaitNothing()
      })
    }
    const textbox = editor.view.dom
    textbox.addEventListener('keydown', onKey)
    return () => {
      stopWaiting()
      textbox.removeEventListener('keydown', onKey)
    }
  }, [editor, storyId])
}
