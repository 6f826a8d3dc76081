import type { Editor } from '@tiptap/core'
import { useEffect, useState } from 'react'
import { useAreaFact } from '#components/session/hooks.ts'
import { useHref } from '#components/shell/location.ts'
import { isBlockId } from '#lib/doc/ids.ts'
import { onWish } from './goToSection.ts'
import { showBlock, showSection } from './show.ts'

/** Gives the function that gives the address of a criterion or a question of a story. */
export function useLinkTo(storyId: string): (id: string) => string {
  const href = useHref()
  const key = useAreaFact((area) =>
    area.phase === 'ready' ? (area.stories.get(storyId)?.key ?? storyId) : storyId,
  )
  return (id) => new URL(`${href({ page: 'story', key })}#${id}`, location.origin).href
}

/** Goes to what the address names, and to the sections that are wished for. `me` asks a question that is begun. */
export function useArrivals(
  editor: Editor | null,
  { storyId, me, readOnly }: { storyId: string; me: string; readOnly: boolean },
): void {
  // As it was when the story was opened: the page may make its address readable meanwhile.
  const [arrived] = useState(namedInAddress)
  useEffect(() => {
    if (!editor) return
    let wanted: string | null = null
    // What was linked to may still be on its way to this device.
    const look = () => {
      const id = wanted
      // Showing it is a transaction too.
      wanted = null
      if (id === null || showBlock(editor.view, id)) stop()
      else wanted = id
    }
    const stop = () => {
      wanted = null
      editor.off('transaction', look)
    }
    const go = (id: string | null) => {
      stop()
      wanted = id
      look()
      if (wanted !== null) editor.on('transaction', look)
    }
    const onAddress = () => go(namedInAddress())
    // A destroyed editor has no view to ask for it any more.
    const textbox = editor.view.dom
    go(arrived)
    window.addEventListener('hashchange', onAddress)
    textbox.addEventListener('keydown', stop)
    return () => {
      stop()
      window.removeEventListener('hashchange', onAddress)
      textbox.removeEventListener('keydown', stop)
    }
  }, [editor, arrived])
  useEffect(
    () =>
      editor
        ? onWish(storyId, (section) => showSection(editor.view, section, { me, readOnly }))
        : undefined,
    [editor, storyId, me, readOnly],
  )
}

/** Gives the block that the address names, or null: whatever is no id is somebody else's. */
function namedInAddress(): string | null {
  const id = location.hash.slice(1)
  return isBlockId(id) ? id : null
}
