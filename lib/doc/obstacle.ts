import { type Doc, XmlElement, XmlText } from 'yjs'
import { BODY, documentSchema, META, SCHEMA_VERSION } from './schema.ts'

/** Why this page's editor must not open a document. */
export type Obstacle =
  /** A newer editor has written it: this one would delete what it does not know. */
  | 'tooNew'
  /** A program that knows only Yjs has put text or values where blocks belong: the editor would break on them. */
  | 'foreignShape'

/** Gives what keeps this editor from a document, or null. */
export function obstacleIn(doc: Doc): Obstacle | null {
  if (documentSchema(doc) > SCHEMA_VERSION) return 'tooNew'
  return isWellShaped(doc) ? null : 'foreignShape'
}

/**
 * Calls `found`, once, as soon as somebody writes an obstacle into an open document, before an editor opened later than this
 * sees what was written: observers run in the order they came, so an editor destroyed in `found` deletes nothing.
 * Gives the function that stops watching.
 */
export function watchObstacles(doc: Doc, found: (obstacle: Obstacle) => void): () => void {
  const meta = doc.getMap(META)
  const body = doc.getXmlFragment(BODY)
  const look = () => {
    const obstacle = obstacleIn(doc)
    if (!obstacle) return
    stop()
    found(obstacle)
  }
  // A keystroke changes a text's inside, which has no shape: only then is the tree walked.
  const lookAtShape = (events: readonly { readonly target: unknown }[]) => {
    if (events.some(({ target }) => !(target instanceof XmlText))) look()
  }
  const stop = () => {
    meta.unobserve(look)
    body.unobserveDeep(lookAtShape)
  }
  meta.observe(look)
  body.observeDeep(lookAtShape)
  return stop
}

/** Blocks in the body, and in each block blocks or text. Its own stack, not recursion: the depth is whatever a client wrote. */
function isWellShaped(doc: Doc): boolean {
  const body: readonly unknown[] = doc.getXmlFragment(BODY).toArray()
  const ahead = [...body]
  if (!body.every((node) => node instanceof XmlElement)) return false
  while (ahead.length > 0) {
    const node = ahead.pop()
    if (node instanceof XmlText) continue
    if (!(node instanceof XmlElement)) return false
    for (const child of node.toArray()) ahead.push(child)
  }
  return true
}
