import type { Content } from '../../schema/history.ts'

/**
 * Gives content in the one form in which equal texts are equal: texts with the same marks are one, marks and attributes have
 * an order, and who wrote it does not count.
 */
export function canonical(content: readonly Content[]): Content[] {
  const nodes: Content[] = []
  for (const raw of content) {
    if (raw.type === 'text' && !raw.text) continue
    const node = raw.type === 'text' ? canonicalText(raw) : canonicalBlock(raw)
    const last = nodes.at(-1)
    if (last?.type === 'text' && node.type === 'text' && markKey(last) === markKey(node)) {
      nodes[nodes.length - 1] = { ...last, text: `${last.text}${node.text}` }
    } else nodes.push(node)
  }
  return nodes
}

/** Gives the same text for nodes that say the same. The node is canonical. */
export function keyOf(node: Content): string {
  return JSON.stringify(node)
}

/** Gives the same text for texts with the same marks. */
export function markKey({ marks }: Content): string {
  return JSON.stringify(marks ?? [])
}

/** Gives the letters in a node, a space between blocks. */
export function wordsOf(node: Content): string {
  if (node.type === 'text') return node.text ?? ''
  if (node.type === 'hardBreak') return '\n'
  const parts = (node.content ?? []).map(wordsOf)
  const isLine = node.content?.some(({ type }) => type === 'text') ?? false
  return parts.join(isLine ? '' : ' ')
}

/** The blocks whose content is a line of text: so are those that hold a text, and these when they are empty. */
const TEXT_BLOCKS = new Set(['paragraph', 'heading', 'clause', 'codeBlock', 'summary'])

/** True for a block whose content is text and what stands in a line, and not other blocks. */
export function isTextBlock({ type, content = [] }: Content): boolean {
  return TEXT_BLOCKS.has(type) || content.some((child) => child.type === 'text')
}

function canonicalText({ text = '', marks = [] }: Content): Content {
  const sorted = marks
    .map(({ type, attrs }) => ({ type, ...sortedAttrs(attrs) }))
    .sort((a, b) => (a.type < b.type ? -1 : 1))
  return { type: 'text', text, ...(sorted.length > 0 && { marks: sorted }) }
}

function canonicalBlock({ type, attrs, content = [] }: Content): Content {
  const inside = canonical(content)
  return { type, ...sortedAttrs(attrs), ...(inside.length > 0 && { content: inside }) }
}

/** An attribute that is null says nothing: so does Yjs, which does not keep it. */
function sortedAttrs(attrs: Content['attrs']): Pick<Content, 'attrs'> {
  const entries = Object.entries(attrs ?? {})
    .filter(([, value]) => value !== null)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return entries.length > 0 ? { attrs: Object.fromEntries(entries) } : {}
}
