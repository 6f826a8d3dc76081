import { expect, test } from 'vitest'
import { beforeRestoring } from '#components/history/beforeRestoring.ts'
import type { VersionEntry } from '#lib/schema/history.ts'

function version(
  seq: number,
  type: 'VersionKept' | 'VersionRestored' | 'StoryMoved',
  more: Partial<VersionEntry> = {},
): VersionEntry {
  return { seq, at: seq * 1_000, by: 'ana', name: null, event: { type }, ...more } as VersionEntry
}

test('[VE5] what is restored and the text before are told as one', () => {
  const versions = [
    version(9, 'VersionRestored'),
    version(8, 'VersionKept'),
    version(7, 'VersionRestored'),
    version(6, 'VersionKept'),
    version(5, 'VersionKept'),
    version(4, 'StoryMoved'),
  ]
  expect([...beforeRestoring(versions)]).toEqual([
    [8, 9],
    [6, 7],
  ])
})

test('[VE5] a version with a name, of somebody else or of another time stands for itself', () => {
  const restored = version(90, 'VersionRestored')
  for (const kept of [{ name: 'Agreed' }, { by: 'bo' }, { at: 1 }]) {
    expect(beforeRestoring([restored, version(89, 'VersionKept', kept)]).size).toBe(0)
  }
})
