import { ContentFormat, ContentString, type Doc, XmlElement, XmlText } from 'yjs'
import type { Content } from '../schema/history.ts'
import { BODY } from './schema.ts'

type Plain = NonNullable<Content['attrs']>[string]

/** Deeper than people nest lists; below it only the words are kept, so that nobody's nesting breaks a reader. */
const MOST_DEPTH = 40

/** Says whose a Yjs client id is, a user's id; null where nobody can tell. */
export type AuthorOf = (client: number) => string | null

/**
 * Gives a story's content; with `authorOf`, whose each piece of text is. Needs no schema: it also reads documents of newer
 * editors, and broken ones.
 */
export function readContent(doc: Doc, authorOf?: AuthorOf): Content[] {
  return contentOf(doc.getXmlFragment(BODY).toArray(), 0, authorOf)
}

/** Gives one block of a story as content. */
export function readBlock(node: XmlElement): Content {
  return blockOf(node, 0, undefined)
}

function contentOf(
  nodes: readonly unknown[],
  depth: number,
  authorOf: AuthorOf | undefined,
): Content[] {
  return nodes.flatMap((node) => {
    if (node instanceof XmlText) return authorOf ? authoredOf(node, authorOf) : textsOf(node)
    return node instanceof XmlElement ? [blockOf(node, depth, authorOf)] : []
  })
}

function blockOf(node: XmlElement, depth: number, authorOf: AuthorOf | undefined): Content {
  const attrs = plainAttributes(node.getAttributes())
  const content =
    depth < MOST_DEPTH ? contentOf(node.toArray(), depth + 1, authorOf) : wordsBelow(node)
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
  return parts.flatMap(({ insert, attributes = {} }) =>
    typeof insert === 'string' && insert !== '' ? [textIn(insert, attributes)] : [],
  )
}

/** As `textsOf`, cut where the author changes. */
function authoredOf(node: XmlText, authorOf: AuthorOf): Content[] {
  const texts: Content[] = []
  let attributes: Record<string, unknown> = {}
  let [text, writer]: [string, string | null] = ['', null]
  const flush = () => {
    if (text !== '')
      texts.push({ ...textIn(text, attributes), ...(writer !== null && { by: writer }) })
    text = ''
  }
  for (let item = node._start; item !== null; item = item.right) {
    if (item.deleted) continue
    if (item.content instanceof ContentFormat) {
      flush()
      const { key, value } = item.content
      attributes = { ...attributes, [key]: value as unknown }
    } else if (item.content instanceof ContentString) {
      const by = authorOf(item.id.client)
      if (writer !== by) flush()
      text += item.content.str
      writer = by
    }
  }
  flush()
  return texts
}

function textIn(text: string, attributes: object): Content {
  const marks = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => markOf(name, value))
  return { type: 'text', text, ...(marks.length > 0 && { marks }) }
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
