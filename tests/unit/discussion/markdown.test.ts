import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { commentHash, commentIn } from '#components/discussion/address.ts'
import { readMarkdown } from '#components/discussion/markdown.ts'
import { mentionQuery, ranked } from '#components/discussion/mentioning.ts'
import { Words } from '#components/discussion/Words.tsx'

const drawn = (text: string) =>
  renderToStaticMarkup(
    createElement(Words, { text, nameOf: (_of, id) => (id === 'kim' ? 'Kim Tran' : undefined) }),
  ).replace(/ class="[^"]*"/g, '')

describe('a comment as it is drawn', () => {
  it('has bold, italic, code, links, lists, quotes and code blocks', () => {
    expect(drawn('**a** *b* `c*d*` [e](https://x.org/e)')).toContain(
      '<p><strong>a</strong> <em>b</em> <code>c*d*</code> <a href="https://x.org/e"',
    )
    expect(drawn('- one\n- two')).toContain('<ul><li>one</li><li>two</li></ul>')
    expect(drawn('1. one\n2. two')).toContain('<ol><li>one</li><li>two</li></ol>')
    expect(drawn('> said\n> so')).toContain('<blockquote>said<br/>so</blockquote>')
    expect(drawn('```js\na < b\n```')).toContain('<pre>a &lt; b</pre>')
    expect(drawn('see https://x.org/a_b_c.')).toContain('href="https://x.org/a_b_c"')
    expect(drawn('snake_case_name and 2*3*4')).toContain('snake_case_name and 2*3*4')
  })

  it('[TA11] shows a mention under the name of now, or the one that was written', () => {
    expect(drawn('@[Kim](person:kim)')).toContain('@Kim Tran')
    expect(drawn('@[Gone](person:gone)')).toContain('@Gone')
  })

  it('[TA14] shows a team under the name that its reader knows, never under one that was written', () => {
    expect(drawn('@[Acme](team:kim)')).toContain('@Kim Tran')
    expect(drawn('@[Acme](team:dark)')).toMatch(/>a team</)
    expect(drawn('@[Acme](team:dark)')).not.toContain('Acme')
  })

  it('runs nothing: no HTML, no unsafe addresses', () => {
    const hostile = [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '[x](javascript:alert(1))',
      '[x](JaVaScRiPt:alert)',
      '[x](data:text/html,y)',
      '@[<b>x</b>](person:kim"onclick=)',
    ]
    for (const text of hostile) {
      const html = drawn(text)
      expect(html, text).not.toMatch(/<(script|img|b)\b|href=/i)
    }
  })

  it('takes no longer for hostile input than for any other of its length', () => {
    const length = 20_000
    for (const piece of [
      '*',
      '**a ',
      '_',
      '`',
      '[',
      '[a](',
      '> ',
      '- ',
      '@[',
      '**a* ',
      'http://',
    ]) {
      const started = performance.now()
      readMarkdown(piece.repeat(length / piece.length))
      expect(performance.now() - started, piece).toBeLessThan(1_500)
    }
  })
})

describe('naming somebody', () => {
  const people = ['Bo Lindqvist', 'Kim Tran', 'Tranquil Bo'].map((name) => {
    return { of: 'person' as const, id: name.split(' ')[0]!.toLowerCase(), name, colour: 0 }
  })

  it('begins with an @ at a word, and goes over a first and a last name', () => {
    expect(mentionQuery('Ask @kim', 8)).toEqual({ from: 4, to: 8, words: 'kim' })
    expect(mentionQuery('Ask @kim tr', 11)?.words).toBe('kim tr')
    expect(mentionQuery('mail a@b', 8)).toBeNull()
    expect(mentionQuery('Ask @kim now please', 19)).toBeNull()
  })

  it('offers whose name fits, those that begin with it first', () => {
    expect(ranked(people, 'tran').map(({ name }) => name)).toEqual(['Tranquil Bo', 'Kim Tran'])
    expect(ranked(people, 'xyz')).toEqual([])
  })
})

it('an address that names a comment is told from one that names a block', () => {
  expect(commentIn(`#${commentHash('abc123')}`)).toBe('abc123')
  expect(commentIn('#abc123')).toBeNull()
  expect(commentIn('#comment.<b>')).toBeNull()
})
