import { type Doc, encodeStateAsUpdate, XmlElement, XmlText } from 'yjs'
import { digestOf } from './digest.ts'
import { newBlockId } from './ids.ts'
import { isEmptyBody, storyText } from './read.ts'
import { BODY, documentSchema, META, requireSchema } from './schema.ts'
import { wordsIn } from './words.ts'

/** Whose text is appended, and when that was decided. */
export interface Appended {
  /** A story's id. */
  readonly from: string
  /** The place of that decision in the log. */
  readonly seq: number
}

/** Documents of more bytes than this together are not put into one: each round would double them. */
export const APPENDED_MAX_BYTES = 1024 * 1024

/**
 * Appends what one story says to another: a heading, then clones of its blocks, where criteria and questions get names of
 * their own. Text that is here already, word for word, does not come twice; of text that is too long the heading comes and
 * a line that says where it stays. The document remembers what it has. One transaction; `source` stays as it is.
 */
export function appendStory(
  target: Doc,
  source: Doc,
  { from, seq, heading, where }: Appended & { readonly heading: string; readonly where: string },
): void {
  const digest = digestOf([storyText(source)])
  const isTooLong = bytesOf(source) + bytesOf(target) > APPENDED_MAX_BYTES
  target.transact(() => {
    const meta = target.getMap(META)
    const isHere = digestIn(meta.get(entry(from))) === digest
    meta.set(entry(from), `${seq}:${digest}`)
    if (isHere || isEmptyBody(source)) return
    if (isTooLong) {
      putHeading(target.getXmlFragment(BODY), heading)
      putLine(target.getXmlFragment(BODY), `Its text is too long to stand here as well. ${where}`)
      return
    }
    // An editor that does not know these blocks would delete them for everyone.
    const needed = documentSchema(source)
    if (documentSchema(target) < needed) requireSchema(target, needed)
    const body = target.getXmlFragment(BODY)
    putHeading(body, heading)
    for (const block of source.getXmlFragment(BODY).toArray() as unknown[]) {
      if (block instanceof XmlElement) cloneInto(body, block)
    }
  })
}

/**
 * Appends the criteria of another story that are dealt to this one, by their names, as a section of their own; nested ones
 * come along with theirs. What is not there any more does not come. The document remembers that it has them. One
 * transaction; `source` stays as it is.
 */
export function appendCriteria(
  target: Doc,
  source: Doc,
  { from, seq, criteria }: Appended & { readonly criteria: readonly string[] },
): void {
  const wanted = new Set(criteria)
  const found = criterionBlocks(source).filter((block) =>
    wanted.has(block.getAttribute('id') ?? ''),
  )
  target.transact(() => {
    target.getMap(META).set(entry(from), `${seq}:`)
    if (found.length === 0) return
    const needed = documentSchema(source)
    if (documentSchema(target) < needed) requireSchema(target, needed)
    const section = new XmlElement('criteria')
    target.getXmlFragment(BODY).push([section])
    for (const block of found) cloneInto(section, block)
  })
}

/** Gives the names and words of the criteria that can be dealt to another story (`appendCriteria`), in their order. */
export function criteriaOf(doc: Doc): { readonly id: string; readonly words: string }[] {
  return criterionBlocks(doc).flatMap((block) => {
    const id = block.getAttribute('id')
    return id ? [{ id, words: wordsIn(block) }] : []
  })
}

/** Gives the criteria that stand in the sections of a document, without those nested in others. */
function criterionBlocks(doc: Doc): XmlElement[] {
  const sections = (doc.getXmlFragment(BODY).toArray() as unknown[]).filter(
    (block): block is XmlElement => block instanceof XmlElement && block.nodeName === 'criteria',
  )
  return sections
    .flatMap((section) => section.toArray() as unknown[])
    .filter((block): block is XmlElement => block instanceof XmlElement)
}

/** True when a document has what another story said when that was decided. */
export function hasAppended(target: Doc, { from, seq }: Appended): boolean {
  const value = target.getMap(META).get(entry(from))
  return typeof value === 'string' && Number.parseInt(value, 10) >= seq
}

/** The entry of `META` that says so: the decision's place in the log, a colon, the digest of the text. */
function entry(from: string): string {
  return `appended:${from}`
}

function digestIn(value: unknown): string | null {
  return typeof value === 'string' ? value.slice(value.indexOf(':') + 1) : null
}

function bytesOf(doc: Doc): number {
  return encodeStateAsUpdate(doc).byteLength
}

function putHeading(body: Parent, text: string): void {
  const heading = new XmlElement<{ level: number }>('heading')
  heading.setAttribute('level', 2)
  body.push([heading as XmlElement])
  heading.push([new XmlText(text)])
}

function putLine(body: Parent, text: string): void {
  const line = new XmlElement('paragraph')
  body.push([line])
  line.push([new XmlText(text)])
}

/** What an attribute holds is copied as it is, whoever wrote it. */
type Value = string

type Parent = Pick<XmlElement, 'push'>

/** Its own stack, not recursion: the depth is whatever a client wrote. */
function cloneInto(body: Parent, root: XmlElement): void {
  const ahead: { readonly parent: Parent; readonly node: unknown }[] = [
    { parent: body, node: root },
  ]
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    const { parent, node } = next
    if (node instanceof XmlText) parent.push([cloneText(node)])
    else if (node instanceof XmlElement) {
      const clone = cloneBlock(node)
      parent.push([clone])
      for (const child of (node.toArray() as unknown[]).toReversed()) {
        ahead.push({ parent: clone, node: child })
      }
    }
  }
}

function cloneBlock(block: XmlElement): XmlElement {
  const clone = new XmlElement<Record<string, Value>>(block.nodeName)
  for (const [name, value] of Object.entries(block.getAttributes())) {
    // The id of a mention is not its own.
    const isName = name === 'id' && block.nodeName !== 'mention'
    clone.setAttribute(name, isName ? newBlockId() : (value as Value))
  }
  return clone as XmlElement
}

function cloneText(text: XmlText): XmlText {
  const clone = new XmlText()
  // Anything but letters is of a foreign client's making.
  clone.applyDelta(
    (text.toDelta() as { insert: unknown; attributes?: object }[]).filter(
      ({ insert }) => typeof insert === 'string',
    ),
  )
  return clone
}
