import { EditorState } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { storySchema } from '#lib/doc/extensions.ts'
import { findAddresses } from '#lib/doc/href.ts'
import { linkTyped } from '#lib/doc/link.ts'
import { paragraph } from '#tests/support/storyContent.ts'
import { open } from '#tests/support/storyEditing.ts'

test.each([
  ['see https://example.com/a?b=c#d.', ['https://example.com/a?b=c#d']],
  ['www.example.com, and more', ['https://www.example.com']],
  ['ask ana@example.com!', ['mailto:ana@example.com']],
  ['(see https://example.com/a_(b))', ['https://example.com/a_(b)']],
  ['(https://example.com)', ['https://example.com']],
  ['http://a.example and https://b.example', ['http://a.example', 'https://b.example']],
  ['README.md, node.js, e.g. this', []],
  ['javascript:alert(1)', []],
  ['https://', []],
])('addresses in %j', (text, hrefs) => {
  expect(findAddresses(text).map(({ href }) => href)).toEqual(hrefs)
})

/** Types letters at the caret, as a person would, and gives what is linked then. */
function type(state: EditorState, typed: string): string[] {
  const after = state.apply(
    typed === '\n' ? state.tr.split(state.selection.from) : state.tr.insertText(typed),
  )
  const linked = linkTyped(state, after)
  const found: string[] = []
  ;(linked ? after.apply(linked) : after).doc.descendants(({ text, marks }) => {
    for (const { type: mark, attrs } of marks)
      if (mark === storySchema().marks.link) found.push(`${text} ${String(attrs.href)}`)
  })
  return found
}

test('an address is linked when a space or a new line follows it, without the stop behind it', () => {
  expect(type(open(paragraph('see https://example.com|')), ' ')).toEqual([
    'https://example.com https://example.com',
  ])
  expect(type(open(paragraph('see www.example.com.|')), ' ')).toEqual([
    'www.example.com https://www.example.com',
  ])
  expect(type(open(paragraph('ask ana@example.com|')), '\n')).toEqual([
    'ana@example.com mailto:ana@example.com',
  ])
})

test('while it is being written, in code, and when it is no address, nothing is linked', () => {
  expect(type(open(paragraph('see https://example.co|')), 'm')).toEqual([])
  expect(
    type(
      open({ type: 'codeBlock', content: [{ type: 'text', text: 'https://example.com|' }] }),
      ' ',
    ),
  ).toEqual([])
  expect(type(open(paragraph('see README.md|')), ' ')).toEqual([])
})
