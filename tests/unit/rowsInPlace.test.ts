import { expect, it } from 'vitest'
import { inOrder } from '#components/ui/useRowsInPlace.ts'

const rows = (...ids: string[]) => ids.map((id) => ({ id }))

it('[UX14] rows keep the order they had, whoever is gone leaves no gap, and new ones come last in their own order', () => {
  expect(inOrder(rows('new', 'b', 'newer', 'a'), ['a', 'gone', 'b'])).toEqual(
    rows('a', 'b', 'new', 'newer'),
  )
})
