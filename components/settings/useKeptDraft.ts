'use client'

import { useState } from 'react'
import { keepDraft, readDraft } from '#components/session/drafts.ts'

/**
 * Something being edited until it is saved: it survives leaving the page and a reload (UX11). Null: nothing is changed.
 * `isOne` tells whether what this device has kept is of that kind; an older version of the app may have kept another.
 */
export function useKeptDraft<Draft>(
  name: string,
  isOne: (kept: unknown) => kept is Draft,
): readonly [Draft | null, (draft: Draft | null) => void] {
  const [draft, setDraft] = useState<Draft | null>(() => read(name, isOne))
  const change = (next: Draft | null) => {
    setDraft(next)
    keepDraft(name, next === null ? '' : JSON.stringify(next))
  }
  return [draft, change]
}

function read<Draft>(name: string, isOne: (kept: unknown) => kept is Draft): Draft | null {
  try {
    const kept: unknown = JSON.parse(readDraft(name) || 'null')
    return isOne(kept) ? kept : null
  } catch {
    return null
  }
}
