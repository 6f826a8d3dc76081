import { flushSync } from 'react-dom'
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import {
  type Mentionable,
  type MentionQuery,
  mentionQuery,
  ranked,
  withMention,
} from './mentioning.ts'

/** Naming somebody behind an @ in a field: who is offered, and the keys that walk and take. */
export function useMentioning(
  field: RefObject<HTMLTextAreaElement | null>,
  people: readonly Mentionable[],
  change: (text: string) => void,
) {
  const [query, setQuery] = useState<MentionQuery | null>(null)
  const [chosen, setChosen] = useState(0)
  const isComposing = useRef(false)
  const found = query ? ranked(people, query.words) : []
  const look = () => {
    const { current } = field
    // What is being composed is no name yet, and a list would be in the way of the input method's own.
    if (!current || isComposing.current) return
    setQuery(mentionQuery(current.value, current.selectionStart))
    setChosen(0)
  }
  /** At once: what is typed next stands behind it. */
  const putText = (current: HTMLTextAreaElement, text: string, caret: number) => {
    flushSync(() => change(text))
    current.focus()
    current.setSelectionRange(caret, caret)
  }
  const put = (who: Mentionable) => {
    const { current } = field
    if (!current || !query) return
    const next = withMention(current.value, query, who)
    setQuery(null)
    putText(current, next.text, next.caret)
  }
  return {
    found,
    chosen,
    look,
    put,
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
      putText(current, value.slice(0, at) + sign + value.slice(selectionEnd), at + sign.length)
      look()
    },
    /** For the field. */
    handlers: {
      onSelect: look,
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
