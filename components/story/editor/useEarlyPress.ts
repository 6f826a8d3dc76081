import type { Editor } from '@tiptap/core'
import { type RefObject, useEffect } from 'react'
import { takeEarlyPress } from '../earlyPress.ts'

/** Puts the caret where somebody pressed before the editor was there, and writes what was typed since. */
export function useEarlyPress(
  storyId: string,
  editor: Editor | null,
  holder: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    const early = editor && holder.current ? takeEarlyPress(storyId) : null
    if (!editor || !holder.current || !early) return
    const { left, top } = holder.current.getBoundingClientRect()
    const { spot, typed } = early
    const at = editor.view.posAtCoords({ left: left + spot.x, top: top + spot.y })
    if (at) editor.commands.setTextSelection(at.pos)
    // Not the editor's own command, which waits a frame: a key pressed in between would be one of the page.
    editor.view.focus()
    const [first = '', ...lines] = typed?.text.split('\n') ?? []
    if (first) editor.view.dispatch(editor.state.tr.insertText(first))
    for (const line of lines) {
      editor.commands.enter()
      if (line) editor.view.dispatch(editor.state.tr.insertText(line))
    }
  }, [storyId, editor, holder])
}
