import { expect, test } from 'vitest'
import { clustersOf, nextOf } from '#components/story/editor/threads/clusters.ts'

test('marks that would lie over each other are one, and the others keep their height', () => {
  const heights = [
    { thread: 'c', top: 200 },
    { thread: 'a', top: 10 },
    { thread: 'b', top: 30 },
    { thread: 'd', top: 229 },
  ]
  const clusters = clustersOf(heights, 28)
  expect(clusters).toEqual([
    { top: 10, threads: ['a', 'b'] },
    { top: 200, threads: ['c'] },
    { top: 229, threads: ['d'] },
  ])
})

test('a long row of near marks never overlaps', () => {
  const heights = Array.from({ length: 50 }, (_, n) => ({ thread: `${n}`, top: n * 9 }))
  const tops = clustersOf(heights, 28).map(({ top }) => top)
  for (const [index, top] of tops.entries()) {
    if (index > 0) expect(top - tops[index - 1]!).toBeGreaterThanOrEqual(28)
  }
})

test('pressed again a mark of several threads goes on to the next one', () => {
  const cluster = { top: 0, threads: ['a', 'b'] }
  expect(nextOf(cluster, null)).toBe('a')
  expect(nextOf(cluster, 'a')).toBe('b')
  expect(nextOf(cluster, 'b')).toBe('a')
})
