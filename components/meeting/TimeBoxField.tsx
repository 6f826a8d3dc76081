'use client'

import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { isComposing } from '#components/ui/composing.ts'
import { NumberField } from '#components/ui/NumberField.tsx'
import { MINUTES_MAX } from '#lib/domain/sessions/session.ts'

/** How long a story may take, edited where it stands: Enter and leaving commit, Escape reverts (UX19). */
export function TimeBoxField({
  story,
  minutes,
  onDone,
}: {
  /** What it is called. */
  readonly story: string
  readonly minutes: number
  /** Null: it stays as it was. */
  readonly onDone: (minutes: number | null) => void
}) {
  const t = useTranslations('meeting.agenda')
  const [draft, setDraft] = useState(minutes)
  const frame = useRef<HTMLSpanElement>(null)
  const isOver = useRef(false)
  useEffect(() => frame.current?.querySelector('input')?.select(), [])
  const end = (given: number | null) => {
    if (isOver.current) return
    isOver.current = true
    onDone(given)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'Escape') {
      // It ends the field, not the sheet around it.
      event.stopPropagation()
      end(null)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      end(draft)
    }
  }
  return (
    <span
      ref={frame}
      role="presentation"
      className="mt-1 block"
      onKeyDown={onKeyDown}
      onBlur={() => end(draft)}
    >
      <NumberField
        label={t('boxOf', { story })}
        unit={t('unit')}
        value={draft}
        min={1}
        max={MINUTES_MAX}
        onChange={setDraft}
      />
    </span>
  )
}
