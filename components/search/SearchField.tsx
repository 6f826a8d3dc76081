'use client'

import { Search, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { IconButton } from '#components/ui/IconButton.tsx'
import { isComposing } from '#components/ui/composing.ts'

/** What is looked for. ArrowDown goes to what was found, Enter opens the first of it. */
export function SearchField({
  value,
  onChange,
  onDown,
  onEnter,
}: {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onDown: () => void
  readonly onEnter: () => void
}) {
  const t = textsOf('search')
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])
  return (
    <div className="flex h-11 items-center gap-2.5 rounded-card border border-control bg-surface px-3 focus-within:outline-2 focus-within:outline-focus">
      <Search aria-hidden size={16} className="shrink-0 text-subtle" />
      <input
        ref={input}
        type="search"
        aria-label={t('label')}
        aria-keyshortcuts="/"
        placeholder={t('placeholder')}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="search"
        className="h-full min-w-0 flex-1 bg-transparent text-body outline-none [&::-webkit-search-cancel-button]:hidden"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (isComposing(event)) return
          if (event.key === 'ArrowDown') onDown()
          else if (event.key === 'Enter') onEnter()
          else return
          event.preventDefault()
        }}
      />
      {value === '' ? null : (
        <IconButton
          label={t('clear')}
          size="small"
          onClick={() => {
            onChange('')
            input.current?.focus()
          }}
        >
          <X aria-hidden size={16} />
        </IconButton>
      )}
    </div>
  )
}
