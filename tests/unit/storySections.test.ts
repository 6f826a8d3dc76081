import { Fragment, Node, Slice } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import {
  beginning,
  BLOCKS_MAX,
  TEXT_MAX_CHARACTERS,
  tooLarge,
} from '#components/story/editor/paste/limits.ts'
import { isEntangled } from '#components/story/editor/paste/entangled.ts'
import {
  LOOKED_AT_CHARACTERS,
  looksLikeMarkdown,
  MARKDOWN_SIGNS,
} from '#components/story/editor/paste/looksLikeMarkdown.ts'
import { markdownToHtml } from '#components/story/editor/paste/readMarkdown.ts'
import { pasteSections } from '#components/story/editor/paste/sections.ts'
import { offered } from '#components/story/editor/template/offered.ts'
import { templateInserted } from '#components/story/editor/template/insertTemplate.ts'
import { storySchema } from '#lib/doc/extensions.ts'
import {
  criteria,
  criterion,
  paragraph,
  question,
  questions,
  text,
  value,
} from '#tests/support/storyContent.ts'
import { ids, open, press, show } from '#tests/support/storyEditing.ts'

type Content = Parameters<typeof open>

const slice = (...content: Content) =>
  new Slice(Fragment.from(content.map((block) => Node.fromJSON(storySchema(), block))), 0, 0)

const heading = (words: string) => ({
  type: 'heading',
  attrs: { level: 2 },
  content: [text(words)],
})
const item = (words: string, ...below: Content) => ({
  type: 'listItem',
  content: [paragraph(words), ...below],
})
const list = (...content: Content) => ({ type: 'bulletList', content })

const paste = (pasted: Slice, ...content: Content) =>
  press(open(...content), (state, dispatch) => {
    const tr = pasteSections(state, pasted, 'ana')
    if (tr) dispatch?.(tr)
    return tr !== null
  })

test('a list below a heading that names the criteria becomes criteria, nested ones too', () => {
  const pasted = slice(
    heading('Acceptance Criteria:'),
    list(
      item('Rows are named', list(item('and columns'))),
      item('Given a filter, when she exports, then it is used'),
    ),
    paragraph('More'),
  )
  expect(show(paste(pasted, paragraph('|')))).toEqual([
    'criteria',
    '  1 Rows are named',
    '    1.1 and columns',
    '  2 given: a filter',
    '  when: she exports',
    '  then: it is used|',
    'More',
  ])
})

test('they go to the criteria that are there, in place of a blank one, with ids of their own', () => {
  const pasted = slice(heading('AC'), list(item('B')))
  const after = paste(pasted, criteria(criterion('A'), criterion('')), paragraph('|'))
  expect(show(after)).toEqual(['criteria', '  1 A', '  2 B|', ''])
  expect(new Set(ids(after)).size).toBe(2)
})

test('lines in Given, When, Then form are criteria without any heading', () => {
  const pasted = slice(
    paragraph('Intro'),
    paragraph('Given a'),
    paragraph('When b'),
    paragraph('Then c'),
    paragraph('Outro'),
  )
  expect(show(paste(pasted, paragraph('|')))).toEqual([
    'criteria',
    '  1 given: a',
    '  when: b',
    '  then: c|',
    'Intro',
    'Outro',
  ])
})

test('a story copied as Markdown comes back with its sections', () => {
  const pasted = slice(heading('Customer value'), paragraph('Why'), heading('Open questions'), {
    type: 'taskList',
    content: [
      { type: 'taskItem', attrs: { checked: false }, content: [paragraph('Which? (blocking)')] },
      { type: 'taskItem', attrs: { checked: true }, content: [paragraph('How?')] },
    ],
  })
  expect(show(paste(pasted, paragraph('|')))).toEqual([
    'customerValue',
    '  Why',
    'questions',
    '  ! Which?',
    '  ✓ How?|',
    '',
  ])
})

test.each([
  ['plain lines', slice(paragraph('Given name'), paragraph('and more')), paragraph('|')],
  ['a heading without a list', slice(heading('Acceptance criteria')), paragraph('|')],
  ['the caret in a section', slice(heading('AC'), list(item('B'))), value(paragraph('|'))],
])('%s is pasted as it is', (_what, pasted, into) => {
  expect(paste(pasted, into)).toBeNull()
})

const TEMPLATE = slice(
  heading('Customer value'),
  paragraph('As a …'),
  heading('Acceptance criteria'),
  list(item('Given …')),
)

const insert = (...content: Content) =>
  press(open(...content), (state, dispatch) => {
    dispatch?.(templateInserted(state, TEMPLATE, 'ana'))
    return true
  })

test('[TP4] a template fills an empty story', () => {
  expect(show(insert(paragraph('|')))).toEqual([
    'customerValue',
    '  As a …',
    'criteria',
    '  1 given: …|',
    '',
  ])
})

test('a template takes nothing away: neither what is written, nor what is selected', () => {
  expect(show(insert(value(paragraph('Mine')), paragraph('|all of it|')))).toEqual([
    'customerValue',
    '  Mine',
    '  As a …',
    'criteria',
    '  1 given: …|',
    'all of it',
  ])
  const inSection = show(insert(value(paragraph('Mi|ne')), questions(question('Which?'))))
  expect(inSection).toContain('  Mine')
  expect(inSection).toContain('  ? Which?')
  expect(inSection).toContain('  As a …')
})

test('the template that is offered first comes first, archived ones and those whose text is still to come not at all', () => {
  const template = (id: string, more: object = {}) => ({
    id,
    name: id,
    content: 'x',
    isDefault: false,
    archivedAt: null,
    ...more,
  })
  const all = [
    template('b'),
    template('c', { isDefault: true }),
    template('a'),
    template('d', { archivedAt: 1 }),
    template('e', { content: '' }),
  ]
  expect(offered(all).map(({ id }) => id)).toEqual(['c', 'a', 'b'])
})

test.each([
  ['# Title', true],
  ['- a\n- b', true],
  ['1. a\n2. b', true],
  ['- [ ] todo', true],
  ['see [this](https://example.com)', true],
  ['| a | b |\n| --- | --- |', true],
  ['```\ncode\n```', true],
  ['a **bold** word', true],
  ['- just one dash', false],
  ['5 * 3 * 2', false],
  ['#hashtag', false],
  ['snake_case_name', false],
  ['An ordinary sentence, and (brackets) [1].', false],
])('%j is Markdown: %s', (words, isMarkdown) => {
  expect(looksLikeMarkdown(words)).toBe(isMarkdown)
})

test('what a paste is looked through for has an end from every place of it', () => {
  for (const { looks } of MARKDOWN_SIGNS) {
    const outside = looks.source.replace(/\\./g, 'x').replace(/\[[^\]]*\]/g, 'x')
    expect(outside, looks.source).not.toMatch(/[*+]|\{\d+,\}/)
  }
  expect(looksLikeMarkdown(`${' '.repeat(LOOKED_AT_CHARACTERS)}\n# Title`)).toBe(false)
  expect(looksLikeMarkdown(`${' '.repeat(LOOKED_AT_CHARACTERS - 10)}\n# Title`)).toBe(true)
})

test('Markdown that would take seconds to read stays as it is written', () => {
  for (const sign of ['[a](', '[a](b', '**x ', '*a ', '_a ']) {
    const text = `# Title\n\n${sign.repeat(20_000 / sign.length)}`
    expect(isEntangled(text), sign).toBe(true)
    expect(markdownToHtml(`<b>\n${text}`), sign).toMatch(/^<p>&lt;b><\/p><p># Title<\/p>/)
  }
})

test('thousands of pieces of code that never end are too much as well', () => {
  expect(isEntangled('``a`'.repeat(50_000))).toBe(true)
})

test('a long text in Markdown is read: its paragraphs, its list of links, its code', () => {
  const paragraph = `${'Some words, **bold** and _slanted_, [a link](https://example.com). '.repeat(6)}\n\n`
  const list = `${'- [a link](https://example.com), and words\n'.repeat(500)}\n`
  const code = `\`\`\`ts\n${'a[b[c]] = d * e\n'.repeat(2_000)}\`\`\`\n\n`
  const text = `${paragraph.repeat(200)}${list}${code}`
  expect(isEntangled(text)).toBe(false)
})

test('Markdown is read with its boxes and its code', () => {
  const html = markdownToHtml('- [x] done\n\n```ts\nlet a\n```')
  expect(html).toContain('checked')
  expect(html).toContain('language-ts')
})

test('what is too large says by how much; words are cut at a line, never inside a letter', () => {
  expect(tooLarge('<p>x</p>')).toBeNull()
  expect(tooLarge(`<p>${'x'.repeat(5_000_000)}</p>`)).toContain('5 MB')
  expect(tooLarge('<li>x</li>'.repeat(5_000))).toContain('5,000 blocks')
  expect(beginning('x\n'.repeat(100_000)).split('\n')).toHaveLength(BLOCKS_MAX)
  const lines = `${'x'.repeat(99)}\n`.repeat(3_000)
  expect(beginning(lines).endsWith('x')).toBe(true)
  expect(beginning(lines).length).toBeLessThanOrEqual(TEXT_MAX_CHARACTERS)
  const letters = beginning('😀'.repeat(TEXT_MAX_CHARACTERS))
  expect(letters.isWellFormed()).toBe(true)
})
