import type { Reading } from '#lib/client/search/search.ts'

/** Says honestly of how many stories more than the title is searched: those whose text is on this device. */
export function WhatIsRead({ reading, of }: { readonly reading: Reading; readonly of: number }) {
  const known = Math.min(reading.stories, of)
  if (known === of || (reading.isReading && known === 0)) return null
  return (
    <p className="px-1 text-label text-subtle">
      Titles of all {of} stories are searched, and the texts of {known} of them.{' '}
      {reading.isReading
        ? 'More texts are being read.'
        : 'The others come to this device while nothing else is to be done.'}
    </p>
  )
}
