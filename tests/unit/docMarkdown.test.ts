import { Node } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import { storySchema } from '#lib/doc/extensions.ts'
import { toMarkdown } from '#lib/doc/markdown.ts'
import {
  callout,
  clause,
  criteria,
  criterion,
  design,
  details,
  linkCard,
  mention,
  paragraph,
  question,
  questions,
  story,
  text,
  value,
} from '#tests/support/storyContent.ts'

type Blocks = Parameters<typeof story>

const markdown = (...content: Blocks) =>
  toMarkdown(Node.fromJSON(storySchema(), story(...content)).content).split('\n')

const line = (...content: object[]) => ({ type: 'paragraph', content })
const item = (...content: object[]) => ({ type: 'listItem', content })

test('the sections of a story are written under their headings', () => {
  expect(
    markdown(
      value(paragraph('A publisher checks a table.')),
      criteria(
        criterion('Errors name the row', criteria(criterion('and the column'))),
        criterion('', clause('given', 'a bad row'), clause('then', 'it is named')),
      ),
      questions(
        question('Which profiles?', { blocking: true }),
        question('How?', { open: false }, 'So.'),
      ),
      design(false),
    ),
  ).toEqual([
    '## Customer value',
    '',
    'A publisher checks a table.',
    '',
    '## Acceptance criteria',
    '',
    '1. Errors name the row',
    '   1. and the column',
    '2. **Given** a bad row',
    '   **Then** it is named',
    '',
    '## Open questions',
    '',
    '- [ ] Which profiles? (blocking)',
    '- [x] How?',
    '  > So.',
    '',
    '## Design',
    '',
    'Not needed.',
  ])
})

test('lists, boxes and quotes keep what is nested in them', () => {
  expect(
    markdown(
      {
        type: 'orderedList',
        attrs: { start: 3 },
        content: [
          item(paragraph('Third'), { type: 'bulletList', content: [item(paragraph('Dot'))] }),
        ],
      },
      {
        type: 'taskList',
        content: [
          { type: 'taskItem', attrs: { checked: true }, content: [paragraph('Done')] },
          { type: 'taskItem', attrs: { checked: false }, content: [paragraph('Open')] },
        ],
      },
      { type: 'blockquote', content: [paragraph('One'), paragraph('Two')] },
    ),
  ).toEqual(['3. Third', '   - Dot', '', '- [x] Done', '- [ ] Open', '', '> One', '>', '> Two'])
})

test('lists that follow each other stay apart', () => {
  const list = (words: string) => ({ type: 'bulletList', content: [item(paragraph(words))] })
  const numbers = { type: 'orderedList', content: [item(paragraph('n'))] }
  expect(markdown(list('a'), list('b'), list('c'), numbers, numbers)).toEqual([
    '- a',
    '',
    '* b',
    '',
    '- c',
    '',
    '1. n',
    '',
    '1) n',
  ])
})

test('callouts are alerts, folding sections are details, cards are links', () => {
  expect(
    markdown(
      callout('danger', paragraph('Mind the gap')),
      details('More <than> this', paragraph('Inside')),
      linkCard('https://example.com/a_(b)', 'The page'),
    ),
  ).toEqual([
    '> [!CAUTION]',
    '> Mind the gap',
    '',
    '<details>',
    '<summary>More &lt;than> this</summary>',
    '',
    'Inside',
    '',
    '</details>',
    '',
    '[The page](https://example.com/a_%28b%29)',
  ])
})

test('code has its language, and a fence longer than any in it', () => {
  expect(
    markdown({
      type: 'codeBlock',
      attrs: { language: 'markdown' },
      content: [text('```js\n1\n```')],
    }),
  ).toEqual(['````markdown', '```js', '1', '```', '````'])
})

test('a table has a line a row, and no sign of its own in a cell', () => {
  const cell = (type: string, words: string) => ({ type, content: [paragraph(words)] })
  expect(
    markdown({
      type: 'table',
      content: [
        { type: 'tableRow', content: [cell('tableHeader', 'A|B'), cell('tableHeader', 'C')] },
        { type: 'tableRow', content: [cell('tableCell', '1'), cell('tableCell', '')] },
      ],
    }),
  ).toEqual(['| A\\|B | C |', '| --- | --- |', '| 1 |  |'])
})

test('marks are signs, spaces stay outside them, and what looks like a sign stays a letter', () => {
  const bold = { type: 'bold' }
  const link = { type: 'link', attrs: { href: 'https://example.com' } }
  expect(
    markdown(
      line(text('a '), text('bold ', bold), text('snake_case *stars* '), text('here', link)),
      line(text('# no heading')),
      line(text('1. no list')),
      line(text('x`y', { type: 'code' })),
      line(text('bad', { type: 'link', attrs: { href: 'javascript:alert(1)' } })),
    ),
  ).toEqual([
    'a **bold** snake\\_case \\*stars\\* [here](https://example.com)',
    '',
    '\\# no heading',
    '',
    '\\1. no list',
    '',
    '`` x`y ``',
    '',
    'bad',
  ])
})

test('a mention is written as its reader knows it; without one by the words of the document', () => {
  const content = story(
    line(
      text('Ask '),
      mention('person', 'ana', { label: 'Ana' }),
      text(' on '),
      mention('story', 's'),
    ),
  )
  const { content: blocks } = Node.fromJSON(storySchema(), content)
  expect(toMarkdown(blocks)).toBe('Ask @Ana on a story')
  expect(toMarkdown(blocks, ({ kind, id }) => `<${kind} ${id}>`)).toBe(
    'Ask <person ana> on <story s>',
  )
})

test('lists nested without end are written, and in no more room than their words', () => {
  let nested: object = item(paragraph('deep'))
  for (let depth = 0; depth < 300; depth += 1)
    nested = item(paragraph('x'), { type: 'bulletList', content: [nested] })
  const lines = markdown({ type: 'bulletList', content: [nested] } as Blocks[number])
  expect(lines.length).toBeGreaterThan(300)
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(80)
})

test('code may hold any number of its own signs', () => {
  const words = '`a'.repeat(200_000)
  const code = { type: 'codeBlock', content: [{ type: 'text', text: words }] }
  expect(markdown(code)).toEqual(['```', words, '```'])
})
