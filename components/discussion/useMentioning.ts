import { flushSync } from 'react-dom'
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import { takesSpareSpace } from '#components/ui/spareSpace.ts'
import { type Mentionable, type MentionQuery, mentionQuery, ranked } from './mentioning.ts'
import { retyped, withMention, type Written } from './written.ts'

/**
 * Naming somebody behind an @ in a field: who is offered, and the keys that walk and take. `change` is told what stands there
 * then.
 */
export function useMentioning(
  field: RefObject<HTMLTextAreaElement | null>,
  people: readonly Mentionable[],
  written: Written,
  change: (written: Written) => void,
) {
  const [query, setQuery] = useState<MentionQuery | null>(null)
  const [chosen, setChosen] = useState(0)
  const isComposing = useRef(false)
  /** Where a space stands that was put behind a name unasked. */
  const spare = useRef<number | null>(null)
  const found = query ? ranked(people, query.words) : []
  const look = ({ named } = written) => {
    const { current } = field
    // What is being composed is no name yet, and a list would be in the way of the input method's own.
    if (!current || isComposing.current) return
    const places = named.map(({ from }) => from)
    setQuery(mentionQuery(current.value, current.selectionStart, places))
    setChosen(0)
  }
  /** At once: what is typed next stands behind it. */
  const putText = (current: HTMLTextAreaElement, next: Written, caret: number) => {
    flushSync(() => change(next))
    current.focus()
    current.setSelectionRange(caret, caret)
  }
  const put = (who: Mentionable) => {
    const { current } = field
    if (!current || !query) return
    const next = withMention(written, query, who)
    setQuery(null)
    putText(current, next.written, next.caret)
    spare.current = next.spare
  }
  return {
    found,
    chosen,
    put,
    /** Takes what stands in the field now. */
    typed(current: HTMLTextAreaElement) {
      const at = spare.current
      spare.current = null
      const words =
        at === null || isComposing.current ? null : inPlaceOf(at, written, current.value)
      if (at !== null && words !== null) {
        // Here already, so that the caret stays behind what was typed.
        current.value = words
        current.setSelectionRange(at + 1, at + 1)
      }
      const next = retyped(written, current.value, current.selectionEnd)
      change(next)
      look(next)
    },
    /** Takes a key that is meant for the list; gives whether it was. */
    takesKey(event: KeyboardEvent): boolean {
      if (found.length === 0) return false
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      const who = found[chosen]
      if (step !== 0) setChosen((chosen + step + found.length) % found.length)
      else if ((event.key === 'Enter' || event.key === 'Tab') && who) put(who)
      else if (event.key === 'Escape') {
        event.stopPropagation()
        setQuery(null)
      } else return false
      event.preventDefault()
      return true
    },
    /** Puts an @ at the caret, as if it were typed. */
    begin() {
      const { current } = field
      if (!current) return
      const { value, selectionStart: at, selectionEnd } = current
      const sign = at > 0 && !/\s/.test(value[at - 1] ?? '') ? ' @' : '@'
      const words = value.slice(0, at) + sign + value.slice(selectionEnd)
      const next = retyped(written, words, at + sign.length)
      putText(current, next, at + sign.length)
      look(next)
    },
    /** For the field. */
    handlers: {
      onSelect: () => look(),
      onBlur: () => setQuery(null),
      onCompositionStart: () => {
        isComposing.current = true
        setQuery(null)
      },
      onCompositionEnd: () => {
        isComposing.current = false
        look()
      },
    },
  }
}

/** Gives the words with what was typed behind a spare space in its place; null where it was typed elsewhere, or keeps it. */
function inPlaceOf(space: number, { words }: Written, next: string): string | null {
  const end = words.slice(space + 1)
  const typed = next.slice(space + 1, next.length - end.length)
  if (typed.length !== 1 || !takesSpareSpace(typed)) return null
  if (next !== words.slice(0, space + 1) + typed + end) return null
  return words.slice(0, space) + typed + end
}
