import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { useCallback, useSyncExternalStore } from 'react'

/** True while a block is selected as a whole. */
export function useChosen(editor: Editor, place: () => number | undefined): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      editor.on('transaction', listener)
      return () => editor.off('transaction', listener)
    },
    [editor],
  )
  return useSyncExternalStore(subscribe, () => {
    const { selection } = editor.state
    return selection instanceof NodeSelection && selection.from === place()
  })
}
