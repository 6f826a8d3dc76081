import { describe, expect, it } from 'vitest'
import { mentionQuery } from '#components/discussion/mentioning.ts'
import {
  readSource,
  retyped,
  sourceOf,
  withMention,
  type Written,
} from '#components/discussion/written.ts'

const person = (id: string, name: string) => ({ of: 'person' as const, id, name, colour: 0 })
const kim = person('kim', 'Kim Osei')
const otherKim = person('kim2', 'Kim Osei')
const ana = person('ana', 'Ana')

/** What `|` marks the caret in is typed, or stands there after an act of the field. */
function become(written: Written, next: string): Written {
  const caret = next.indexOf('|')
  return retyped(written, next.replace('|', ''), caret)
}

function take(written: Written, who: typeof kim, caret = written.words.length): Written {
  const places = written.named.map(({ from }) => from)
  return withMention(written, mentionQuery(written.words, caret, places)!, who).written
}

describe('[TA11] a comment while it is written', () => {
  it('reads the names, and says in its source who is meant', () => {
    const asked = take(become(readSource(''), 'Ask @ki|'), kim)
    expect(asked.words).toBe('Ask @Kim Osei ')
    expect(sourceOf(asked)).toBe('Ask @[Kim Osei](person:kim) ')
  })

  it('is read back as it was sent, whatever its names are', () => {
    for (const source of [
      'Ask @[Kim Osei](person:kim), and @[Web](team:web).',
      '@[Kim Osei](person:kim)@[Kim Osei](person:kim2)',
      '@[Odd [name](person:x) stays',
      'No one: @Kim, a@b.c, @[](person:x)',
    ]) {
      expect(sourceOf(readSource(source))).toBe(source)
      expect(readSource(source).words).not.toMatch(/\(person:(kim|x\) s)/)
    }
  })

  it('keeps who is meant while words before, between and behind are typed and deleted', () => {
    const both = readSource('@[Kim Osei](person:kim) @[Ana](person:ana)')
    expect(sourceOf(become(both, 'Hi |@Kim Osei @Ana'))).toBe(
      'Hi @[Kim Osei](person:kim) @[Ana](person:ana)',
    )
    expect(sourceOf(become(both, '@Kim Osei and| @Ana'))).toBe(
      '@[Kim Osei](person:kim) and @[Ana](person:ana)',
    )
    expect(sourceOf(become(both, '@Kim Osei @Ana!|'))).toBe(
      '@[Kim Osei](person:kim) @[Ana](person:ana)!',
    )
    expect(sourceOf(become(both, '|@Ana'))).toBe('@[Ana](person:ana)')
  })

  it('a name that was typed into or cut short is words; whole again it means the same person', () => {
    const one = readSource('Ask @[Kim Osei](person:kim)')
    const cut = become(one, 'Ask @Kim Ose|')
    expect(sourceOf(cut)).toBe('Ask @Kim Ose')
    expect(sourceOf(become(cut, 'Ask @Kim Osei|'))).toBe('Ask @[Kim Osei](person:kim)')
    expect(sourceOf(become(one, 'Ask @Kim X|Osei'))).toBe('Ask @Kim XOsei')
    const gone = become(one, '|')
    expect(sourceOf(become(gone, 'So @Kim Osei|, what?'))).toBe('So @[Kim Osei](person:kim), what?')
    expect(sourceOf(become(gone, 'So x@Kim Osei @Kim Oseis|'))).toBe('So x@Kim Osei @Kim Oseis')
  })

  it('tells two people of one name apart by where they stand, and whoever was cut comes back', () => {
    const first = take(become(readSource(''), '@kim|'), kim)
    const both = take(become(first, '@Kim Osei and @kim|'), otherKim)
    expect(sourceOf(both)).toBe('@[Kim Osei](person:kim) and @[Kim Osei](person:kim2) ')
    const without = become(both, '| and @Kim Osei ')
    expect(sourceOf(without)).toBe(' and @[Kim Osei](person:kim2) ')
    expect(sourceOf(become(without, '@Kim Osei| and @Kim Osei '))).toBe(
      '@[Kim Osei](person:kim) and @[Kim Osei](person:kim2) ',
    )
  })

  it('offers nobody for a name that means somebody already', () => {
    const { words, named } = take(become(readSource(''), '@an|'), ana)
    expect(words).toBe('@Ana ')
    expect(mentionQuery(words, words.length, [])).not.toBeNull()
    expect(
      mentionQuery(
        words,
        words.length,
        named.map(({ from }) => from),
      ),
    ).toBeNull()
  })

  it('puts one space behind a name, and none where there is one or a sign that wants none', () => {
    const behind = (words: string, at: number) => {
      const written = readSource(words)
      const put = withMention(written, mentionQuery(words, at)!, kim)
      return [put.written.words, put.caret, put.spare]
    }
    expect(behind('Ask @ki', 7)).toEqual(['Ask @Kim Osei ', 14, 13])
    expect(behind('Ask @ki and', 7)).toEqual(['Ask @Kim Osei and', 14, null])
    expect(behind('Ask @ki?', 7)).toEqual(['Ask @Kim Osei?', 13, null])
  })
})
