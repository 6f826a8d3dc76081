'use client'

import { useId, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Input } from '#components/ui/Input.tsx'
import { useToday } from '#components/ui/useToday.ts'
import type { Theme } from '#lib/domain/theme.ts'
import { isOver } from './themes.ts'

/** From when until when a theme matters; either end may be open. */
export function TimeBoxFields({
  theme,
  locked,
  onChange,
}: {
  readonly theme: Theme
  readonly locked: boolean
  /** Gives why it was not taken, or null. */
  readonly onChange: (change: {
    readonly from?: string | null
    readonly until?: string | null
  }) => string | null
}) {
  const t = useTranslations('themes')
  const [problem, setProblem] = useState<string | null>(null)
  const ids = { from: useId(), until: useId(), note: useId() }
  const end = (name: 'from' | 'until', label: string) => (
    <span className="flex min-w-0 flex-col gap-1">
      <label htmlFor={ids[name]} className="text-label text-muted">
        {label}
      </label>
      <Input
        id={ids[name]}
        type="date"
        value={theme[name] ?? ''}
        disabled={locked}
        aria-describedby={ids.note}
        onChange={({ target }) => setProblem(onChange({ [name]: target.value || null }))}
        className="text-interface!"
      />
    </span>
  )
  const isPast = isOver(theme, useToday())
  return (
    <div className="mt-2">
      <div className="grid max-w-sm grid-cols-2 gap-3">
        {end('from', t('fromLabel'))}
        {end('until', t('untilLabel'))}
      </div>
      <p id={ids.note} role="status" className="mt-1 text-label text-danger empty:hidden">
        {problem ?? (isPast ? t('isOver') : '')}
      </p>
    </div>
  )
}
