import { mentionTokens } from '#lib/domain/talk/mentions.ts'

/** A comment's Markdown as a tree. There is no HTML in it, and no way to bring any: whatever is no Markdown is text. */
export type Block =
  | { readonly kind: 'paragraph' | 'quote'; readonly lines: readonly (readonly Inline[])[] }
  | {
      readonly kind: 'list'
      readonly ordered: boolean
      readonly items: readonly (readonly Inline[])[]
    }
  | { readonly kind: 'code'; readonly text: string }

export type Inline =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  | { readonly kind: 'bold' | 'italic'; readonly inner: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly inner: readonly Inline[] }
  | {
      readonly kind: 'mention'
      readonly of: 'person' | 'team'
      readonly id: string
      readonly name: string
    }

const BULLET = /^\s{0,6}[-*+]\s+(.*)$/
const NUMBER = /^\s{0,6}\d{1,4}[.)]\s+(.*)$/
const QUOTE = /^>\s?(.*)$/
const FENCE = /^```/
/** Marks in marks: deeper ones are text. */
const DEEPEST = 6

/** Reads a comment. Takes time in proportion to its length, whatever is in it. */
export function readMarkdown(text: string): readonly Block[] {
  const lines = text.split('\n')
  const blocks: Block[] = []
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? ''
    if (line.trim() === '') at += 1
    else if (FENCE.test(line)) {
      const rest = lines.slice(at + 1)
      const end = rest.findIndex((each) => FENCE.test(each))
      const inside = end < 0 ? rest : rest.slice(0, end)
      blocks.push({ kind: 'code', text: inside.join('\n') })
      at += inside.length + 2
    } else {
      const kind = kindOf(line)
      const taken: string[] = []
      while (at < lines.length && kindOf(lines[at] ?? '') === kind) taken.push(lines[at++] ?? '')
      blocks.push(blockOf(kind, taken))
    }
  }
  return blocks
}

type LineKind = 'paragraph' | 'quote' | 'bullets' | 'numbers' | 'none'

function kindOf(line: string): LineKind {
  if (line.trim() === '' || FENCE.test(line)) return 'none'
  if (QUOTE.test(line)) return 'quote'
  if (BULLET.test(line)) return 'bullets'
  return NUMBER.test(line) ? 'numbers' : 'paragraph'
}

function blockOf(kind: LineKind, lines: readonly string[]): Block {
  const inner = (pattern: RegExp) => lines.map((line) => inline(pattern.exec(line)?.[1] ?? line))
  if (kind === 'bullets') return { kind: 'list', ordered: false, items: inner(BULLET) }
  if (kind === 'numbers') return { kind: 'list', ordered: true, items: inner(NUMBER) }
  if (kind === 'quote') return { kind: 'quote', lines: inner(QUOTE) }
  return { kind: 'paragraph', lines: lines.map((line) => inline(line.replace(/^#{1,6}\s+/, ''))) }
}

/** What opens a piece, sticky: tried at one place only. */
const PIECES = {
  code: /`([^`\n]+)`/y,
  link: /\[([^\]\n]{1,500})\]\(([^()\s]{1,2000})\)/y,
  address: /https?:\/\/[^\s<>"'`]{1,2000}/y,
  bold: /(\*\*|__)(?=\S)([^\n]{0,998}?\S)\1/y,
  italic: /([*_])(?=[^\s*_])([^\n*_]{0,998}?[^\s*_])\1(?![\p{L}\p{N}])/uy,
}

function inline(text: string, depth = 0): Inline[] {
  const mentions = new Map(mentionTokens(text).map((token) => [token.from, token]))
  const found: Inline[] = []
  let plain = ''
  const put = (piece: Inline) => {
    if (plain !== '') found.push({ kind: 'text', text: plain })
    plain = ''
    found.push(piece)
  }
  for (let at = 0; at < text.length;) {
    const mention = mentions.get(at)
    if (mention) {
      put({ kind: 'mention', of: mention.kind, id: mention.id, name: mention.name })
      at = mention.to
      continue
    }
    const piece = depth < DEEPEST ? pieceAt(text, at, depth) : null
    if (piece) {
      put(piece.inline)
      at = piece.to
    } else {
      plain += text[at]
      at += 1
    }
  }
  if (plain !== '') found.push({ kind: 'text', text: plain })
  return found
}

function pieceAt(text: string, at: number, depth: number): { inline: Inline; to: number } | null {
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at
    return pattern.exec(text)
  }
  const to = (found: RegExpExecArray) => at + found[0].length
  switch (text[at]) {
    case '`': {
      const code = match(PIECES.code)
      return code && { inline: { kind: 'code', text: code[1] ?? '' }, to: to(code) }
    }
    case '[': {
      const link = match(PIECES.link)
      if (!link) return null
      const inner = inline(link[1] ?? '', DEEPEST)
      return { inline: { kind: 'link', href: link[2] ?? '', inner }, to: to(link) }
    }
    case 'h': {
      const address = match(PIECES.address)
      if (!address) return null
      const href = address[0].replace(/[.,;:!?)\]]+$/, '')
      return {
        inline: { kind: 'link', href, inner: [{ kind: 'text', text: href }] },
        to: at + href.length,
      }
    }
    case '*':
    case '_': {
      // Inside a word an underscore is a letter.
      if (text[at] === '_' && /[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return null
      const bold = match(PIECES.bold)
      if (bold)
        return { inline: { kind: 'bold', inner: inline(bold[2] ?? '', depth + 1) }, to: to(bold) }
      const italic = match(PIECES.italic)
      if (!italic) return null
      return {
        inline: { kind: 'italic', inner: inline(italic[2] ?? '', depth + 1) },
        to: to(italic),
      }
    }
    default:
      return null
  }
}
