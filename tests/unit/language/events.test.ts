import { describe, expect, it } from 'vitest'
import { ENGLISH } from '#lib/domain/history/english.ts'
import { textsByKey } from '#tests/support/texts.ts'

const eventsIn = (language: 'en') =>
  Object.fromEntries(
    [...textsByKey(language)].flatMap(([key, text]) =>
      key.startsWith('events.') ? [[key.slice('events.'.length), text]] : [],
    ),
  )

describe('what history says', () => {
  it('is in English what the domain itself says', () => {
    expect(eventsIn('en')).toEqual(ENGLISH)
  })
})
