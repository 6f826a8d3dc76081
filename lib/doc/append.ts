import { type Doc, XmlElement, XmlText } from 'yjs'
import { newBlockId } from './ids.ts'
import { isEmptyBody } from './read.ts'
import { BODY, documentSchema, META, SCHEMA_KEY } from './schema.ts'

/**
 * Appends what one story says to another: a heading, then clones of its blocks, where criteria and questions get names of
 * their own. The document remembers that it has the text of `from` (a story's id). One transaction; `source` stays as it is.
 */
export function appendStory(
  target: Doc,
  source: Doc,
  { from, heading }: { readonly from: string; readonly heading: string },
): void {
  target.transact(() => {
    const meta = target.getMap(META)
    meta.set(appended(from), true)
    if (isEmptyBody(source)) return
    // An editor that does not know these blocks would delete them for everyone.
    const needed = documentSchema(source)
    if (documentSchema(target) < needed) meta.set(SCHEMA_KEY, needed)
    const body = target.getXmlFragment(BODY)
    putHeading(body, heading)
    for (const block of source.getXmlFragment(BODY).toArray() as unknown[]) {
      if (block instanceof XmlElement) cloneInto(body, block)
    }
  })
}

/** True when a document has the text of another story already. */
export function hasAppended(target: Doc, from: string): boolean {
  return target.getMap(META).has(appended(from))
}

/** The entry of `META` that says so. */
function appended(from: string): string {
  return `appended:${from}`
}

function putHeading(body: Parent, text: string): void {
  const heading = new XmlElement<{ level: number }>('heading')
  heading.setAttribute('level', 2)
  body.push([heading as XmlElement])
  heading.push([new XmlText(text)])
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
    clone.setAttribute(name, name === 'id' ? newBlockId() : (value as Value))
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
