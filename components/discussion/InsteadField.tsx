'use client'

import { type ChangeEvent, type KeyboardEvent, useId, useLayoutEffect, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { isComposing } from '#components/ui/composing.ts'
import { Textarea } from '#components/ui/Textarea.tsx'

/**
 * What somebody would write instead of words of the text. It begins as those words, selected: typing replaces them. It stays
 * one line of text, since it goes into the middle of one.
 */
export function InsteadField({
  value,
  onChange,
  onNext,
  onSubmit,
}: {
  readonly value: string
  readonly onChange: (value: string) => void
  /** Enter goes on to what is asked next. */
  readonly onNext: () => void
  readonly onSubmit: () => void
}) {
  const t = useTranslations('discussion')
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)

  // Before anything else is typed.
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true })
    field.current?.select()
  }, [])

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // While a character is being composed its keys belong to the input method.
    if (event.key !== 'Enter' || isComposing(event)) return
    event.preventDefault()
    if (event.ctrlKey || event.metaKey) onSubmit()
    else if (!event.shiftKey) onNext()
  }
  const onInput = ({ target }: ChangeEvent<HTMLTextAreaElement>) => {
    const line = inOneLine(target.value)
    if (line !== target.value) {
      // Here already, so that the caret stays behind what was pasted.
      const caret = target.selectionStart
      target.value = line
      target.setSelectionRange(caret, caret)
    }
    onChange(line)
  }

  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-label text-muted">
        {t('instead')}
      </label>
      <Textarea ref={field} id={id} value={value} onChange={onInput} onKeyDown={onKeyDown} />
    </div>
  )
}

/** Gives a text with a space for each line break. */
function inOneLine(text: string): string {
  return text.replaceAll('\n', ' ')
}
