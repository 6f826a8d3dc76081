import { type Doc, XmlElement, XmlText } from 'yjs'
import type { Content } from '../schema/history.ts'
import { BODY } from './schema.ts'

type Plain = NonNullable<Content['attrs']>[string]

/** Deeper than people nest lists; below it only the words are kept, so that nobody's nesting breaks a reader. */
const MOST_DEPTH = 40

/** Gives a story's content. Needs no schema: it also reads documents of newer editors, and broken ones. */
export function readContent(doc: Doc): Content[] {
  return contentOf(doc.getXmlFragment(BODY).toArray(), 0)
}

function contentOf(nodes: readonly unknown[], depth: number): Content[] {
  return nodes.flatMap((node) => {
    if (node instanceof XmlText) return textsOf(node)
    return node instanceof XmlElement ? [blockOf(node, depth)] : []
  })
}

function blockOf(node: XmlElement, depth: number): Content {
  const attrs = plainAttributes(node.getAttributes())
  const content = depth < MOST_DEPTH ? contentOf(node.toArray(), depth + 1) : wordsBelow(node)
  return {
    type: node.nodeName,
    ...(Object.keys(attrs).length > 0 && { attrs }),
    ...(content.length > 0 && { content }),
  }
}

/** Its own stack, not recursion: the depth is whatever a client wrote. */
function wordsBelow(node: XmlElement): Content[] {
  const words: Content[] = []
  const ahead: unknown[] = node.toArray().toReversed()
  while (ahead.length > 0) {
    const next = ahead.pop()
    if (next instanceof XmlText) words.push(...textsOf(next))
    else if (next instanceof XmlElement) ahead.push(...next.toArray().toReversed())
  }
  return words
}

function textsOf(node: XmlText): Content[] {
  const parts = node.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]
  return parts.flatMap(({ insert, attributes = {} }) => {
    if (typeof insert !== 'string' || insert === '') return []
    const marks = Object.entries(attributes)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => markOf(name, value))
    return [{ type: 'text', text: insert, ...(marks.length > 0 && { marks }) }]
  })
}

/** Marks that may overlap themselves are kept under their name and a digest: `comment--x7Gh`. */
function markOf(name: string, value: unknown): NonNullable<Content['marks']>[number] {
  const attrs = plainAttributes(isObject(value) ? value : {})
  const type = name.replace(/--[A-Za-z0-9+/=]{8}$/, '')
  return { type, ...(Object.keys(attrs).length > 0 && { attrs }) }
}

function plainAttributes(attributes: object): Record<string, Plain> {
  return Object.fromEntries(
    Object.entries(attributes).filter((entry): entry is [string, Plain] => isPlain(entry[1])),
  )
}

function isPlain(value: unknown): value is Plain {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
