import { useMemo, useState } from 'react'

/** The fields of a story that can be opened from elsewhere: from a missing check. */
export type FieldName = 'theme' | 'persona' | 'dependencies' | 'acknowledged'

/** Which field of a story is open. One at a time. */
export interface Opened {
  readonly field: FieldName | null
  readonly isOpen: (field: FieldName) => boolean
  readonly set: (field: FieldName) => (open: boolean) => void
}

/** Keeps which field is open. */
export function useOpened(): Opened {
  const [field, setField] = useState<FieldName | null>(null)
  return useMemo(
    () => ({
      field,
      isOpen: (name) => name === field,
      set: (name) => (open) => setField(open ? name : null),
    }),
    [field],
  )
}
