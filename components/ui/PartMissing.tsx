'use client'

import type { ComponentType } from 'react'
import { textsOf } from '#components/language/loaded.ts'

/** Stands where a part of the page should: the rest of it, and what is being written there, goes on. */
function PartMissing() {
  return (
    <p role="status" className="py-3 text-label text-muted">
      {textsOf('ui')('partMissing')}
    </p>
  )
}

/** Gives the code of a part of the page, or a sentence in its place when it cannot be fetched. */
export function orMissing<Props>(
  part: Promise<{ default: ComponentType<Props> }>,
): Promise<{ default: ComponentType<Props> }> {
  return part.catch(() => ({ default: PartMissing }))
}
