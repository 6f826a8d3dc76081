import { expect, test } from 'vitest'
import { sniffPicture } from '#lib/files/sniff.ts'
import { kindInName, NAME_MAX, readFileName, sizeInWords } from '#lib/files/names.ts'
import { pngHeader } from '#tests/support/files.ts'

/** Bytes from numbers and text, one after the other. */
function bytes(...parts: (string | readonly number[])[]): Uint8Array {
  return Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)),
  )
}

const zeros = (count: number) => Array.from({ length: count }, () => 0)

const vp8 = bytes('RIFF', zeros(4), 'WEBPVP8 ', zeros(10), [0x20, 0x03], [0x58, 0x02])
const vp8l = bytes('RIFF', zeros(4), 'WEBPVP8L', zeros(4), [0x2f], [0x1f, 0xc3, 0x95, 0])
const vp8x = bytes('RIFF', zeros(4), 'WEBPVP8X', zeros(8), [0x1f, 0x03, 0], [0x57, 0x02, 0])
const jpeg = bytes(
  [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xff, 0xc4, 0, 3, 9],
  [0xff, 0xc2, 0, 17, 8, 0x02, 0x58, 0x03, 0x20],
)
const avif = bytes(
  [0, 0, 0, 20],
  'ftypmif1',
  zeros(4),
  'avif',
  zeros(30),
  'ispe',
  zeros(4),
  [0, 0, 3, 0x20, 0, 0, 2, 0x58],
)

test.each([
  ['image/png', pngHeader(800, 600)],
  ['image/gif', bytes('GIF89a', [0x20, 0x03, 0x58, 0x02])],
  ['image/webp', vp8],
  ['image/webp', vp8l],
  ['image/webp', vp8x],
  ['image/jpeg', jpeg],
  ['image/avif', avif],
])('[FI3] %s is what its bytes say, with its size', (type, given) => {
  expect(sniffPicture(given)).toEqual({ type, width: 800, height: 600 })
})

test('[FI3] no beginning of a picture that ends too early is one', () => {
  for (const whole of [pngHeader(800, 600), vp8, vp8l, vp8x, jpeg, avif]) {
    for (let length = 0; length < whole.length - 9; length += 1) {
      expect(sniffPicture(whole.subarray(0, length)), `${length}`).toBeNull()
    }
  }
})

test('[FI3] a JPEG whose segments lead nowhere comes to an end', () => {
  const loop = bytes([0xff, 0xd8], ...Array.from({ length: 5_000 }, () => [0xff, 0xe0, 0, 0]))
  expect(sniffPicture(loop)).toBeNull()
})

test.each([
  ['Mockup.png', 'Mockup.png'],
  ['C:\\Users\\ana\\a b.txt', 'a b.txt'],
  ['/etc/passwd', 'passwd'],
  ['..', 'file'],
  [' \u0000\u202E ', 'file'],
  ['', 'file'],
  ['日本語 🦆.pdf', '日本語 🦆.pdf'],
  [null, 'file'],
])('a name is one plain line: %j', (given, kept) => {
  expect(readFileName(given)).toBe(kept)
})

test('a long name keeps its end', () => {
  const name = readFileName(`${'🦆'.repeat(400)}.pdf`)
  expect([Array.from(name).length, name.endsWith('.pdf')]).toEqual([NAME_MAX, true])
})

test('sizes and kinds are said as people say them', () => {
  expect([1, 999, 1_000, 9_949, 123_456, 25e6, 3.2e9].map((size) => sizeInWords(size))).toEqual([
    '1 byte',
    '999 bytes',
    '1.0 kB',
    '9.9 kB',
    '123 kB',
    '25 MB',
    '3.2 GB',
  ])
  expect([1, 999, 1_000, 4.2e6].map((size) => sizeInWords(size, 'de-DE'))).toEqual([
    '1 Byte',
    '999 Byte',
    '1,0 kB',
    '4,2 MB',
  ])
  expect(['a.pdf', 'a.tar.gz', 'README', 'x.'].map(kindInName)).toEqual(['PDF', 'GZ', '', ''])
})
