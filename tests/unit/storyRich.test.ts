import { GapCursor } from '@tiptap/pm/gapcursor'
import { EditorState, NodeSelection, type Transaction } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { changedBlocks } from '#components/story/editor/code/colours.ts'
import { fetchGrammar, highlight } from '#components/story/editor/code/highlighter.ts'
import { cardToLink, lineAsCard, linkToCard } from '#components/story/editor/rich/cards.ts'
import { enterInBody, leaveCode, leaveLastCode } from '#components/story/editor/rich/body.ts'
import { enterAtGap, FoldedGaps } from '#components/story/editor/rich/gap.ts'
import {
  backspaceInSummary,
  calloutNamed,
  enterInSummary,
} from '#components/story/editor/rich/keys.ts'
import { toCallout, toDetails } from '#components/story/editor/rich/turn.ts'
import { titleFrom } from '#lib/doc/card.ts'
import { LANGUAGES, readLanguage, type Language } from '#lib/doc/languages.ts'
import { callout, details, linkCard, named, paragraph, text } from '#tests/support/storyContent.ts'
import { open, press, show, viewOf } from '#tests/support/storyEditing.ts'

const after = (state: EditorState, change: (tr: Transaction) => unknown) => {
  const { tr } = state
  change(tr)
  tr.doc.check()
  return tr.doc.toString()
}

test('lines become a callout, and lines again', () => {
  expect(after(open(paragraph('a|'), paragraph('b')), (tr) => toCallout(tr))).toBe(
    'doc(callout(paragraph("a")), paragraph("b"))',
  )
  expect(after(open(callout('tip', paragraph('a|'))), (tr) => toCallout(tr))).toBe(
    'doc(paragraph("a"))',
  )
})

test('a line becomes the summary of a folding section, and a line again with what was in it', () => {
  expect(after(open(paragraph('More|')), toDetails)).toBe(
    'doc(details(summary("More"), paragraph))',
  )
  expect(after(open(details('More|', paragraph('in'))), toDetails)).toBe(
    'doc(paragraph("More"), paragraph("in"))',
  )
})

test('Enter in a summary goes on inside; an empty section is given up by it', () => {
  const doc = (state: EditorState | null) => state?.doc.toString()
  expect(doc(press(open(details('Mo|re', paragraph('in'))), enterInSummary))).toBe(
    'doc(details(summary("Mo"), paragraph("re"), paragraph("in")))',
  )
  const inside = press(open(details('More|', paragraph(''))), enterInSummary)
  expect(inside?.selection.$from.parent.type.name).toBe('paragraph')
  expect(doc(inside)).toBe('doc(details(summary("More"), paragraph))')
  expect(doc(press(open(details('|', paragraph(''))), enterInSummary))).toBe(
    'doc(paragraph, paragraph)',
  )
  expect(press(open(paragraph('a|')), enterInSummary)).toBeNull()
})

test('Enter in what is folded makes plain lines, never another summary', () => {
  const enter = (...inside: Parameters<typeof open>) =>
    press(open(details('More', ...inside)), enterInBody)
  const doc = (state: EditorState | null) => state?.doc.toString()
  let state = enter(paragraph('one|'))
  for (const words of ['two', 'three']) {
    state = press(state!.apply(state!.tr.insertText(words)), enterInBody)
  }
  expect(doc(state)).toBe(
    'doc(details(summary("More"), paragraph("one"), paragraph("two"), paragraph("three"), paragraph))',
  )
  expect(state?.selection.$from.parent.content.size).toBe(0)
  const heading = (words: string) => ({ ...paragraph(words), type: 'heading' })
  const around = (inside: string) => `doc(details(summary("More"), ${inside}))`
  expect(doc(enter(heading('H|')))).toBe(around('heading("H"), paragraph'))
  expect(doc(enter(heading('|H')))).toBe(around('paragraph, heading("H")'))
  expect(doc(enter(heading('H|I')))).toBe(around('heading("H"), heading("I")'))
  expect(doc(enter(paragraph('on|xx|e')))).toBe(around('paragraph("on"), paragraph("e")'))
  expect(doc(enter(paragraph('|'), paragraph('b')))).toBe(
    around('paragraph, paragraph, paragraph("b")'),
  )
  const code = (words: string) => ({ ...paragraph(words), type: 'codeBlock' })
  expect(enter(code('c|'))).toBeNull()
  expect(doc(enter(code('c\n\n|')))).toBe(around('codeBlock("c"), paragraph'))
  expect(doc(press(open(details('Mo|r|e', paragraph(''))), enterInBody))).toBe(
    'doc(details(summary("Mo"), paragraph("e"), paragraph))',
  )
  expect(press(open(callout('tip', paragraph('a|'))), enterInBody)).toBeNull()
})

test('Enter between two cards in what is folded makes a plain line, never another summary', () => {
  const cards = ['a', 'b'].map((name) => linkCard(`https://example.com/${name}`, name))
  const at = (state: EditorState, pos: number) =>
    state.apply(state.tr.setSelection(new GapCursor(state.doc.resolve(pos))))
  const folded = open(details('More', ...cards))
  expect(show(press(at(folded, 8), enterAtGap))).toEqual(['details', '  More', '  |'])
  expect(press(at(folded, 8), enterAtGap)?.doc.toString()).toBe(
    'doc(details(summary("More"), linkCard, paragraph, linkCard))',
  )
  const boxed = open(callout('tip', ...cards))
  expect(press(at(boxed, 2), enterAtGap)).toBeNull()
})

test('what is typed between two cards in what is folded is a plain line', () => {
  const cards = ['a', 'b'].map((name) => linkCard(`https://example.com/${name}`, name))
  const state = open(details('More', ...cards))
  const gap = state.tr.setSelection(new GapCursor(state.doc.resolve(8)))
  const view = viewOf(state.apply(gap))
  const [plugin] = FoldedGaps.config.addProseMirrorPlugins!.call({} as never)
  const type = plugin!.props.handleTextInput!
  expect(type.call(plugin!, view, 8, 8, 'x', () => view.state.tr)).toBe(true)
  expect(view.state.doc.toString()).toBe(
    'doc(details(summary("More"), linkCard, paragraph("x"), linkCard))',
  )
  // In the line the editor types by itself.
  expect(type.call(plugin!, view, 10, 10, 'y', () => view.state.tr)).toBe(false)
})

test('Enter on the empty last line of what is folded leads out', () => {
  const lines = [paragraph('one'), paragraph('|')]
  const left = press(open(details('More', ...lines), paragraph('after')), enterInBody)
  expect(show(left)).toEqual(['details', '  More', '  one', '|', 'after'])
  expect(show(press(open(details('More', paragraph('|'))), enterInBody))).toEqual([
    'details',
    '  More',
    '  ',
    '|',
  ])
  expect(show(press(open(callout('tip', details('More', ...lines))), enterInBody))).toEqual([
    'callout',
    '    More',
    '    one',
    '  |',
  ])
})

test('behind code and cards in what is folded is a plain line, and bold goes on in the next', () => {
  const code = (words: string) => ({ ...paragraph(words), type: 'codeBlock' })
  const behind = ['details', '  More', '  c', '  |']
  expect(show(press(open(details('More', code('c|'))), leaveLastCode))).toEqual(behind)
  expect(show(press(open(details('More', code('|c'))), leaveCode))).toEqual(behind)
  expect(press(open(details('More', code('|c'))), leaveLastCode)).toBeNull()
  expect(press(open(details('More', code('c|'), paragraph('d'))), leaveLastCode)).toBeNull()
  expect(press(open(code('c|')), leaveCode)).toBeNull()

  const card = open(details('More', linkCard('https://example.com/', 'x')))
  const chosen = card.apply(card.tr.setSelection(NodeSelection.create(card.doc, 7)))
  expect(press(chosen, enterInBody)?.doc.toString()).toBe(
    'doc(details(summary("More"), linkCard, paragraph))',
  )

  const bold = { type: 'paragraph', content: [text('b|', { type: 'bold' })] }
  const next = press(open(named('d', details('More', bold))), enterInBody)
  expect(next?.storedMarks?.map(({ type }) => type.name)).toEqual(['bold'])
})

test('Backspace at the start of a summary loses nothing of the section', () => {
  const state = press(open(details('|More', paragraph('in'))), backspaceInSummary)
  expect(state?.doc.toString()).toBe('doc(paragraph("More"), paragraph("in"))')
  expect(press(open(details('M|ore', paragraph('in'))), backspaceInSummary)).toBeNull()
})

test.each([
  ['NOTE', 'note'],
  ['Warning', 'warning'],
  ['caution', 'danger'],
  ['important', 'decision'],
  ['mystery', null],
])('[!%s] is a callout of kind %s', (word, kind) => {
  expect(calloutNamed(word)).toBe(kind)
})

test('a line that is one link can be a card, and a card a line', () => {
  const link = { type: 'link', attrs: { href: 'https://example.com/x' } }
  const state = open({ type: 'paragraph', content: [text('The page|', link)] })
  const line = lineAsCard(state)!
  expect(line).toMatchObject({ href: 'https://example.com/x', title: 'The page' })
  const card = state.apply(linkToCard(state, line))
  expect(card.doc.firstChild?.type.name).toBe('linkCard')
  expect(card.doc.firstChild?.attrs.id).toEqual(expect.any(String))
  expect(card.apply(cardToLink(card, 0)).doc.textContent).toBe('The page')
  expect(lineAsCard(open(paragraph('no link|')))).toBeNull()
})

test('a card that leads nowhere safe becomes words and no link', () => {
  const state = open(linkCard('javascript:alert(1)', 'x'), paragraph('|'))
  const line = state.apply(cardToLink(state, 0)).doc.firstChild!
  expect(line.textContent).toBe('x')
  expect(line.firstChild?.marks).toEqual([])
})

test.each([
  ['https://www.example.com/', 'example.com'],
  ['https://example.com/docs/the-long_page.html', 'The long page'],
  ['https://example.com/a/42', 'example.com'],
  ['https://example.com/%E0%A4%A', 'example.com'],
  ['mailto:ana@example.com', 'ana@example.com'],
])('%s calls itself %s', (href, title) => {
  expect(titleFrom(href)).toBe(title)
})

test.each([
  ['ts', 'typescript'],
  ['C#', 'csharp'],
  ['SQL', 'sql'],
  ['brainfuck', null],
  ['constructor', null],
  [7, null],
])('code in %j is %j', (named, language) => {
  expect(readLanguage(named)).toBe(language)
})

test('every language that is offered has a grammar', async () => {
  for (const language of Object.keys(LANGUAGES) as Language[]) {
    await fetchGrammar(language)
    expect(() => highlight(language, 'a = "b" // 1')).not.toThrow()
  }
  expect(highlight('json', '{"a": 1}')).toContainEqual({ from: 6, to: 7, classes: 'hljs-number' })
})

test('only the code that was touched is read anew', () => {
  const code = (words: string) => ({ type: 'codeBlock', content: [text(words)] })
  const state = open(code('one'), paragraph('mid'), code('two|'))
  const typed = state.tr.insertText('!')
  expect(changedBlocks(typed).map(({ node }) => node.textContent)).toEqual(['two!'])
  const beside = state.tr.insertText('x', 8)
  expect(changedBlocks(beside)).toEqual([])
  const turned = state.tr.setNodeAttribute(0, 'language', 'sql')
  expect(changedBlocks(turned).map(({ node }) => node.textContent)).toEqual(['one'])
})
