import type { Editor } from '@tiptap/core'
import { useMemo, useSyncExternalStore } from 'react'
import { readTextState, type TextState } from './textState.ts'

/** What the bars show of the text at the caret; changes only when that does. */
export function useTextState(editor: Editor): TextState {
  const state = useMemo(() => {
    let last = readTextState(editor)
    return {
      get: () => last,
      subscribe(listener: () => void) {
        const look = () => {
          const now = readTextState(editor)
          if (isSame(last, now)) return
          last = now
          listener()
        }
        // Focus and blur are transactions too.
        editor.on('transaction', look)
        return () => editor.off('transaction', look)
      },
    }
  }, [editor])
  return useSyncExternalStore(state.subscribe, state.get)
}

function isSame(a: TextState, b: TextState): boolean {
  return (Object.keys(a) as (keyof TextState)[]).every((key) => a[key] === b[key])
}
