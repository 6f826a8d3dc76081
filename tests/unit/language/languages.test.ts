import { describe, expect, it } from 'vitest'
import { directionOf, languageFor } from '#lib/language/languages.ts'

describe('the language of a page', () => {
  it.each([
    ['de', 'en', 'de'],
    ['fr', 'de-AT,en;q=0.5', 'de'],
    ['', 'de-CH, de;q=0.9, en;q=0.8', 'de'],
  ])('chosen %s, asked for %s: %s', (chosen, asked, language) => {
    expect(languageFor(chosen, asked)).toBe(language)
  })

  it.each([
    [null, 'en'],
    ['', 'en'],
    ['fr-FR,fr;q=0.9', 'en'],
    ['fr, de;q=0.3, en;q=0.7', 'en'],
    ['en;q=0.3, de;q=0.7', 'de'],
    ['de;q=0, en;q=0.1', 'en'],
    ['de;q=nonsense, en', 'en'],
    ['DE', 'de'],
    [',;,;q=', 'en'],
  ])('nothing chosen, asked for %o: %s', (asked, language) => {
    expect(languageFor(undefined, asked)).toBe(language)
  })

  it('Hebrew, Arabic, Persian and Urdu run from right to left', () => {
    expect(['en', 'de', 'he', 'ar', 'fa', 'ur'].map(directionOf)).toEqual([
      'ltr',
      'ltr',
      'rtl',
      'rtl',
      'rtl',
      'rtl',
    ])
  })
})
