import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { CAPTION_MAX } from '#lib/doc/files.ts'
import { isComposing } from '#components/ui/composing.ts'
import { type Draft, withOthers } from './draft.ts'
import type { FileProps } from './FileViews.tsx'

/** Written into the text after so long without another key, in ms: there it is kept on the disk, and seen by others. */
const PAUSE_MS = 1_000

/**
 * A line of words that belongs to a picture: written into the text when the typing pauses or the line is left; Enter and Escape
 * go back to the text. What somebody else writes meanwhile is merged into what is being typed.
 */
export function ChangedLine({
  editor,
  node,
  place,
  attribute,
  label,
  autoFocus = false,
}: Pick<FileProps, 'editor' | 'node' | 'place'> & {
  readonly attribute: 'caption' | 'alt'
  readonly label: string
  readonly autoFocus?: boolean
}) {
  const kept = String((node.attrs as Record<string, unknown>)[attribute] ?? '')
  const [draft, setDraft] = useState<Draft | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const composing = useRef(false)
  useEffect(() => {
    if (autoFocus) input.current?.focus()
  }, [autoFocus])
  useLayoutEffect(() => {
    // Letters that are still being composed would be broken up: it is merged when they are there.
    if (!draft || draft.base === kept || composing.current) return
    const at = input.current?.selectionStart ?? draft.words.length
    setDraft(withOthers(draft, kept, at))
  }, [draft, kept])
  useLayoutEffect(() => {
    // Words of others in front of the caret move it; the browser would put it at the end.
    if (draft && draft.caret !== null) input.current?.setSelectionRange(draft.caret, draft.caret)
  }, [draft])

  const keep = () => {
    const pos = place()
    if (draft === null || pos === undefined || editor.isDestroyed) return
    const { words } = withOthers(draft, kept, 0)
    const line = words.replace(/\s+/g, ' ').trim()
    if (line === kept) return
    editor.view.dispatch(
      editor.state.tr.setNodeAttribute(pos, attribute, line === '' ? null : line),
    )
    setDraft({ words, base: line, caret: null })
  }
  const pause = useEffectEvent(() => {
    if (!composing.current) keep()
  })
  useEffect(() => {
    if (draft === null) return
    const timer = setTimeout(pause, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [draft])
  return (
    <input
      ref={input}
      className="story-picture-caption"
      aria-label={label}
      placeholder={label}
      maxLength={CAPTION_MAX}
      value={draft?.words ?? kept}
      onChange={({ target: { value } }) =>
        setDraft({ words: value, base: draft?.base ?? kept, caret: null })
      }
      onCompositionStart={() => {
        composing.current = true
      }}
      onCompositionEnd={() => {
        composing.current = false
      }}
      onBlur={() => {
        keep()
        setDraft(null)
      }}
      onKeyDown={(event) => {
        if (isComposing(event) || (event.key !== 'Enter' && event.key !== 'Escape')) return
        event.preventDefault()
        event.stopPropagation()
        // Left, it is kept.
        editor.commands.focus()
      }}
    />
  )
}
