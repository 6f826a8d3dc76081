import { expect, test } from 'vitest'
import { storySchema } from '#lib/doc/extensions.ts'
import { isSafeHref, readHref } from '#lib/doc/href.ts'

test.each([
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox',
  'file:///etc/passwd',
  'blob:https://example.com/1',
  '//example.com/without-a-protocol',
  '/w/acme/s/ST-1',
  '',
  `https://example.com/${'a'.repeat(2_000)}`,
  null,
  42,
  { toString: () => 'https://example.com' },
])('[I4] an address that could run or mislead is no link: %j', (href) => {
  expect(isSafeHref(href)).toBe(false)
})

test.each(['https://example.com/a?b=c#d', 'http://localhost:3000', 'mailto:ana@example.com'])(
  'an absolute web or mail address is a link: %s',
  (href) => {
    expect(isSafeHref(href)).toBe(true)
  },
)

test.each([
  ['example.com', 'https://example.com'],
  ['example.com:8080/a', 'https://example.com:8080/a'],
  ['  https://example.com  ', 'https://example.com'],
  ['ana@example.com', 'mailto:ana@example.com'],
  ['javascript:alert(1)', null],
  ['javascript:80', null],
  ['two words', null],
  ['word', null],
  ['', null],
])('what a person types as an address is read as they meant it: %j', (typed, href) => {
  expect(readHref(typed)).toBe(href)
})

test('an unsafe address that some client wrote into a document is drawn as text', () => {
  const { link } = storySchema().marks
  const draw = (href: unknown) => link?.spec.toDOM?.(link.create({ href }), true)
  expect(draw('javascript:alert(1)')).toEqual(['span', 0])
  expect(draw('https://example.com')).toEqual([
    'a',
    { href: 'https://example.com', target: '_blank', rel: 'noopener noreferrer nofollow' },
    0,
  ])
})

test('a pasted link keeps its address only, and none when it is unsafe', () => {
  const rules = storySchema().marks.link?.spec.parseDOM ?? []
  const read = (attributes: Record<string, string>) =>
    rules.map(({ getAttrs }) =>
      getAttrs?.({ getAttribute: (name: string) => attributes[name] ?? null } as never),
    )
  expect(read({ href: 'javascript:alert(1)' })).toEqual([false])
  expect(Object.keys(storySchema().marks.link?.spec.attrs ?? {})).toEqual(['href'])
})
