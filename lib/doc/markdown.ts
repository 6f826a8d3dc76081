import type { Fragment, Node } from '@tiptap/pm/model'
import { CALLOUT_NAMES, readCalloutKind } from './calloutKinds.ts'
import { readCard } from './card.ts'
import { clauseName, readClauseWord } from './clause.ts'
import { isSafeHref } from './href.ts'
import { type Mentioned, mentionWords, readMention } from './mentions.ts'
import { SECTION_NAMES } from './sectionNames.ts'

/** Says how a mention is written: as a link, or by its name. */
export type MentionInMarkdown = (mention: Mentioned) => string

/** Deeper than this lists are written at this depth: nobody's nesting makes a line longer than its words. */
const MOST_DEPTH = 20

/**
 * Gives blocks of a story as Markdown, as GitHub and its like read it: the sections under headings, criteria as a numbered
 * list, questions as a list of boxes, callouts as alerts. `mention` names what is mentioned; without it the document's own
 * words do.
 */
export function toMarkdown(blocks: Fragment, mention: MentionInMarkdown = mentionWords): string {
  return blocksToLines(blocks, { mention, depth: 0 }).join('\n').trim()
}

interface Way {
  readonly mention: MentionInMarkdown
  readonly depth: number
  /** The list follows another of its kind: with the same signs the two would be one. */
  readonly isSecond?: boolean
}

/** Blocks with an empty line between them. */
function blocksToLines(blocks: Fragment, way: Way): string[] {
  const lines: string[] = []
  let isSecond = false
  let before: Node | null = null
  blocks.forEach((block) => {
    isSecond = before !== null && areAlike(before, block) && !isSecond
    before = block
    const own = blockToLines(block, { ...way, isSecond })
    if (own.length === 0) return
    if (lines.length > 0) lines.push('')
    lines.push(...own)
  })
  return lines
}

function blockToLines(block: Node, way: Way): string[] {
  const { type, attrs, content } = block
  switch (type.name) {
    case 'paragraph':
      return lineOf(block, way)
    case 'text':
    case 'mention':
    case 'hardBreak':
      return [inlineOf(content.size > 0 ? block : wrapped(block), way)]
    case 'summary':
      return [`**${inlineOf(block, way)}**`]
    case 'heading':
      return [`${'#'.repeat(Math.min(6, Number(attrs.level) || 1))} ${inlineOf(block, way)}`]
    case 'customerValue':
    case 'design':
      return [
        `## ${SECTION_NAMES[type.name]}`,
        '',
        ...(attrs.needed === false ? ['Not needed.'] : blocksToLines(content, way)),
      ]
    case 'criteria':
      return way.depth === 0
        ? [`## ${SECTION_NAMES.criteria}`, '', ...listToLines(block, way)]
        : listToLines(block, way)
    case 'questions':
      return [`## ${SECTION_NAMES.questions}`, '', ...listToLines(block, way)]
    case 'criterion':
    case 'question':
    case 'listItem':
    case 'taskItem':
      return itemToLines(block, markOf(block, 1), way)
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return listToLines(block, way)
    case 'clause':
      return [`**${clauseName(readClauseWord(attrs.word))}** ${inlineOf(block, way)}`]
    case 'answer':
    case 'blockquote':
      return quoted(blocksToLines(content, way))
    case 'callout':
      return quoted([`[!${ALERTS[readCalloutKind(attrs.kind)]}]`, ...blocksToLines(content, way)])
    case 'details':
      return detailsToLines(block, way)
    case 'linkCard': {
      const { href, title } = readCard(attrs)
      return [href === null ? escaped(title) : `[${escaped(title)}](${address(href)})`]
    }
    case 'image':
    case 'attachment': {
      const words = [attrs.caption, attrs.alt, attrs.name].find((one) => typeof one === 'string')
      return [escaped(String(words ?? ''))]
    }
    case 'codeBlock':
      return codeToLines(block)
    case 'horizontalRule':
      return ['---']
    case 'table':
      return tableToLines(block, way)
    default:
      return block.isTextblock ? lineOf(block, way) : blocksToLines(content, way)
  }
}

/** GitHub's words for callouts; it has none for a decision. */
const ALERTS = {
  note: 'NOTE',
  tip: 'TIP',
  warning: 'WARNING',
  danger: 'CAUTION',
  decision: 'IMPORTANT',
} satisfies Record<keyof typeof CALLOUT_NAMES, string>

function lineOf(block: Node, way: Way): string[] {
  const line = inlineOf(block, way)
  return line === '' ? [] : line.split('\n')
}

function listToLines(list: Node, way: Way): string[] {
  const lines: string[] = []
  const start = Number(list.attrs.start) || 1
  list.forEach((item, _offset, index) => {
    const isOrdered = list.type.name === 'orderedList'
    const bullet = isOrdered ? `${start + index}. ` : markOf(item, start + index)
    const other = bullet.replace(/^-/, '*').replace(/^(\d+)\./, '$1)')
    lines.push(...itemToLines(item, way.isSecond ? other : bullet, way))
  })
  return lines
}

/** Lists that would be read as one when they follow each other. */
function areAlike(one: Node, other: Node): boolean {
  const kinds = [one, other].map(({ type }) => LISTS[type.name])
  return kinds[0] !== undefined && kinds[0] === kinds[1]
}

const LISTS: Readonly<Record<string, string>> = {
  bulletList: '-',
  taskList: '-',
  orderedList: '1.',
}

function markOf({ type, attrs }: Node, number: number): string {
  switch (type.name) {
    case 'criterion':
      return `${number}. `
    case 'taskItem':
      return attrs.checked === true ? '- [x] ' : '- [ ] '
    case 'question':
      return attrs.open === false ? '- [x] ' : '- [ ] '
    default:
      return '- '
  }
}

function itemToLines(item: Node, bullet: string, way: Way): string[] {
  const depth = Math.min(MOST_DEPTH, way.depth + 1)
  const lines: string[] = []
  item.forEach((child) => {
    const own = blockToLines(child, { ...way, depth, isSecond: false })
    // A second paragraph of an item would be read as a part of its first line.
    const isSecond = lines.length > 0 && child.type.name === 'paragraph' && own.length > 0
    lines.push(...(isSecond ? ['', ...own] : own))
  })
  const blocking = item.type.name === 'question' && item.attrs.blocking === true
  const [first = '', ...rest] = lines
  const indent = ' '.repeat(way.depth < MOST_DEPTH ? (/^\d/.test(bullet) ? bullet.length : 2) : 0)
  return [
    `${bullet}${first}${blocking ? ' (blocking)' : ''}`,
    ...rest.map((line) => (line === '' ? '' : indent + line)),
  ]
}

function detailsToLines({ content }: Node, way: Way): string[] {
  const first = content.firstChild
  const hasSummary = first?.type.name === 'summary'
  const rest = hasSummary ? content.cut(first.nodeSize) : content
  const summary = hasSummary ? first.textContent : ''
  return [
    '<details>',
    `<summary>${summary.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</summary>`,
    '',
    ...blocksToLines(rest, way),
    '',
    '</details>',
  ]
}

function codeToLines({ attrs, textContent }: Node): string[] {
  // As arguments of one call thousands of runs would be too many.
  const longest = (textContent.match(/`+/g) ?? []).reduce(
    (most, { length }) => Math.max(most, length),
    2,
  )
  const fence = '`'.repeat(longest + 1)
  return [
    `${fence}${typeof attrs.language === 'string' ? attrs.language : ''}`,
    ...textContent.split('\n'),
    fence,
  ]
}

/** Cells in one line each: a table of Markdown has no room for blocks. */
function tableToLines(table: Node, way: Way): string[] {
  const rows = table.children.map((row) =>
    row.children.map((cell) =>
      blocksToLines(cell.content, way)
        .filter((line) => line !== '')
        .join('<br>')
        .replace(/\|/g, '\\|'),
    ),
  )
  const width = Math.max(0, ...rows.map((row) => row.length))
  if (width === 0) return []
  const full = rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')])
  const [head = [], ...body] = full
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(Array<string>(width).fill('---')), ...body.map(line)]
}

function quoted(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '>' : `> ${line}`))
}

function inlineOf(block: Node, { mention }: Way): string {
  let text = ''
  block.forEach((child) => {
    if (child.type.name === 'mention') text += mention(readMention(child.attrs))
    else if (child.type.name === 'hardBreak') text += '\\\n'
    else text += marked(child)
  })
  return text
}

/** Marks from the inside out; spaces at the edge stay outside, where Markdown wants them. */
function marked({ text = '', marks }: Node): string {
  const has = (name: string) => marks.some(({ type }) => type.name === name)
  const words = text.trim()
  if (words === '') return text
  const before = text.slice(0, text.length - text.trimStart().length)
  const after = text.slice(text.trimEnd().length)
  let drawn = has('code') ? inCode(words) : escaped(words)
  if (has('strike')) drawn = `~~${drawn}~~`
  if (has('italic')) drawn = `*${drawn}*`
  if (has('bold')) drawn = `**${drawn}**`
  const href: unknown = marks.find(({ type }) => type.name === 'link')?.attrs.href
  if (isSafeHref(href)) drawn = href === words ? `<${href}>` : `[${drawn}](${address(href)})`
  return before + drawn + after
}

function inCode(words: string): string {
  const fence = words.includes('`') ? '``' : '`'
  return fence === '`' ? `\`${words}\`` : `\`\` ${words} \`\``
}

/** What Markdown would read as a sign is written so that it stays a letter. */
function escaped(words: string): string {
  return words
    .replace(/[\\`*_[\]<>]/g, '\\$&')
    .replace(/^(\s*)([#+-]|\d+[.)])(?=\s)/, '$1\\$2')
    .replace(/~~/g, '\\~\\~')
}

function address(href: string): string {
  return href.replace(/[()\s]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
}

/** A piece of a line by itself, as a copied selection may be. */
function wrapped(piece: Node): Node {
  const line = piece.type.schema.nodes.paragraph
  return line ? line.create(null, piece) : piece
}
