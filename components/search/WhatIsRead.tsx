import { textsOf } from '#components/language/loaded.ts'
import type { Reading } from '#lib/client/search/search.ts'

/** Says honestly of how many stories more than the title is searched: those whose text is on this device. */
export function WhatIsRead({ reading, of }: { readonly reading: Reading; readonly of: number }) {
  const known = Math.min(reading.stories, of)
  if (known === of || (reading.isReading && known === 0)) return null
  const t = textsOf('search')
  return (
    <p className="px-1 text-label text-subtle">
      {t('read', { of, known })} {reading.isReading ? t('reading') : t('later')}
    </p>
  )
}
