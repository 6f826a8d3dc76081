import { expect, test, vi } from 'vitest'
import { pictureSize, rememberSize, roomFor } from '#components/story/editor/files/pictureSize.ts'

const FILE = 'q3zc0a8t2m5v7x9b1d4f6h8k'

test('a picture that says how large it is has that room, in its own width or a share of the text', () => {
  const attrs = { file: FILE, naturalWidth: 600, naturalHeight: 300 }
  expect(roomFor(attrs)).toEqual({ '--picture-width': '600px', '--picture-ratio': '600 / 300' })
  expect(roomFor({ ...attrs, width: 50 })['--picture-width']).toBe('50%')
  expect(roomFor({ file: FILE })).toEqual({})
})

test('one that does not has the room that this device saw it take, also where nothing can be kept', () => {
  rememberSize(FILE, { width: 0, height: 300 })
  expect(pictureSize({ file: FILE })).toBeNull()
  rememberSize(FILE, { width: 640, height: 480 })
  expect(pictureSize({ file: FILE })).toEqual({ width: 640, height: 480 })
  expect(pictureSize({ file: null })).toBeNull()
})

test('what is kept on the device is read by the next page, and never trusted', async () => {
  const rows = [[FILE, { width: 640, height: 480 }], ['broken', { width: 'wide' }], 'nothing']
  vi.stubGlobal('localStorage', { getItem: () => JSON.stringify(rows), setItem: () => {} })
  vi.resetModules()
  const next = await import('#components/story/editor/files/pictureSize.ts')
  expect(next.pictureSize({ file: FILE })).toEqual({ width: 640, height: 480 })
  expect(next.pictureSize({ file: 'broken' })).toBeNull()
  vi.unstubAllGlobals()
})
