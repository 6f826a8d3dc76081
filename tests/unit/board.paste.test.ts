import { describe, expect, it } from 'vitest'
import { readPaste } from '#components/board/paste.ts'

describe('[ST1] what a paste becomes', () => {
  it('[ST1] one idea a line: trimmed, blank lines skipped, CRLF and old Mac line ends read, duplicates kept', () => {
    const { ideas, refused, warning } = readPaste('\r\n  Dark mode \r\n\r\nExport\rDark mode\n\n')
    expect(ideas).toEqual(['Dark mode', 'Export', 'Dark mode'])
    expect(refused).toEqual([])
    expect(warning).toBeNull()
  })

  it('[ST1] takes bullets, numbering and check boxes off a list', () => {
    const text = '- one\n* two\n• three\n1. four\n12) five\n- [ ] six\n[x] seven\n–  eight'
    expect(readPaste(text).ideas).toEqual([
      'one',
      'two',
      'three',
      'four',
      'five',
      'six',
      'seven',
      'eight',
    ])
  })

  it('[ST1] leaves what only looks like a list: one line alone, a number, a hyphenated word', () => {
    expect(readPaste('1. Sign in').ideas).toEqual(['1. Sign in'])
    expect(readPaste('2.0 release\n-5 degrees\n3 ways to pay').ideas).toEqual([
      '2.0 release',
      '-5 degrees',
      '3 ways to pay',
    ])
  })

  it('[ST1] keeps what is too long apart, with the rule as the reason; the good lines go on', () => {
    const long = 'x'.repeat(501)
    const { ideas, refused } = readPaste(`good\n- ${long}\nalso good`)
    expect(ideas).toEqual(['good', 'also good'])
    expect(refused).toHaveLength(1)
    expect(refused[0]?.line).toBe(`- ${long}`)
    expect(refused[0]?.reason).toContain('501')
  })

  it('[ST1] a title of 100,000 characters is refused with a sentence, not cut', () => {
    const { ideas, refused } = readPaste('x'.repeat(100_000))
    expect(ideas).toEqual([])
    expect(refused[0]?.reason).toContain('100,000')
  })

  it('[ST1] warns of text that was not UTF-8 and keeps it', () => {
    const { ideas, warning } = readPaste('Caf\ufffd\nM\u0081ller')
    expect(ideas).toEqual(['Caf\ufffd', 'M\u0081ller'])
    expect(warning).toMatch(/^2 characters could not be read/)
    expect(readPaste('Café, Müller, 日本語 😀').warning).toBeNull()
  })

  it('[ST1] a bullet with nothing behind it and a byte order mark are no ideas', () => {
    expect(readPaste('\ufeffFirst\n-\n- \nSecond').ideas).toEqual(['First', 'Second'])
    expect(readPaste('').ideas).toEqual([])
    expect(readPaste(' \n\t\n').ideas).toEqual([])
  })
})
