import { useEffect, useState } from 'react'
import { textsOf } from '#components/language/loaded.ts'

/** What was found is said once the typing rests for so long, ms. */
const REST_MS = 500

/** Says how much was found; there before it says anything, or it would not be heard. */
export function SpokenFound({ says }: { readonly says: string }) {
  const [said, setSaid] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSaid(says), REST_MS)
    return () => clearTimeout(timer)
  }, [says])
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  )
}

/** `1 story, and 2 on the server`. */
export function foundInWords(here: number, onServer: number): string {
  const stories = textsOf('words')('stories', { count: here })
  return onServer === 0 ? stories : textsOf('search')('alsoThere', { stories, count: onServer })
}
