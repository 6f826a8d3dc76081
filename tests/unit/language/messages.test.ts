import compile from 'icu-minify/compile'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '#lib/language/languages.ts'
import { textsByKey } from '#tests/support/texts.ts'

const [first, ...others] = LANGUAGES
const english = textsByKey(first)

describe('texts', () => {
  it.each(LANGUAGES)('%s: every text can be taken apart', (language) => {
    const broken = [...textsByKey(language)].filter(([, text]) => !isMessage(text))
    expect(broken).toEqual([])
  })

  it.each(others)('%s has every text of English, and no other', (language) => {
    expect([...textsByKey(language).keys()].sort()).toEqual([...english.keys()].sort())
  })

  it.each(others)('%s: each text has the values of the English one', (language) => {
    const differing = [...textsByKey(language)].filter(
      ([key, text]) => needed(text).join() !== needed(english.get(key) ?? '').join(),
    )
    expect(differing).toEqual([])
  })

  it('a value, a number, a tag and a value inside of a plural are seen', () => {
    expect(names('{a} <b>{c}</b> {d, plural, one {# {e}} other {{f, number}}}')).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
      'f',
    ])
    expect(isMessage('{a')).toBe(false)
  })
})

/** What other languages bend their words by: whether a story is called by its key, the reader is meant, who did it. */
const BENDING: ReadonlySet<string> = new Set(['named', 'me', 'who'])

function needed(text: string): readonly string[] {
  return names(text).filter((name) => !BENDING.has(name))
}

function isMessage(text: string): boolean {
  try {
    compile(text)
    return true
  } catch {
    return false
  }
}

/** The names of values and tags in a text. */
function names(text: string): readonly string[] {
  const found = new Set<string>()
  const visit = (part: unknown) => {
    if (!Array.isArray(part)) {
      if (typeof part === 'object' && part !== null) Object.values(part).forEach(visitAll)
      return
    }
    const [name, ...rest] = part as unknown[]
    if (typeof name === 'string') found.add(name)
    rest.forEach(visit)
  }
  /** A text, or a list of parts. */
  const visitAll = (parts: unknown) => {
    if (Array.isArray(parts)) parts.forEach(visit)
  }
  visitAll(compile(text))
  return [...found].sort()
}
