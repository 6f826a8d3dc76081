import { useEffect, useRef, useState } from 'react'
import type { PersonHere } from './presentPeople.ts'
import { whoCame } from './whoCame.ts'

/** Comings and goings are said together, once in so long, ms. */
const TOGETHER_MS = 5_000

/** Says who has come into a story and who has left it; never what they do in it. */
export function SpokenPeople({ people }: { readonly people: readonly PersonHere[] }) {
  const [said, setSaid] = useState('')
  const now = useRef(people)
  const told = useRef<readonly PersonHere[]>([])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    now.current = people
    if (timer.current !== undefined || whoCame(told.current, people) === '') return
    timer.current = setTimeout(() => {
      timer.current = undefined
      // Who has come and left within that time was not there.
      const news = whoCame(told.current, now.current)
      told.current = now.current
      if (news !== '') setSaid(news)
    }, TOGETHER_MS)
  }, [people])
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      timer.current = undefined
    },
    [],
  )
  return (
    <p role="status" className="sr-only">
      {said}
    </p>
  )
}
