import { type Doc, getItem, Item, type Transaction, XmlElement, type YXmlEvent } from 'yjs'
import { mergeWords } from './mergeWords.ts'
import { BODY } from './schema.ts'

/** The attributes of a picture that are lines of words. */
const LINES = ['caption', 'alt'] as const

/** The origin of what `keepCaptions` writes. */
export const MERGED_CAPTION = 'mergedCaption'

/**
 * Keeps the words of two people who write the caption of one picture at once. Of two attributes that were written without
 * knowing of each other Yjs keeps one; whoever sees the other one go writes both, merged, and everybody who does writes the
 * same. Only for documents that may be written. Gives the function that stops it.
 */
export function keepCaptions(doc: Doc): () => void {
  const body = doc.getXmlFragment(BODY)
  const look = (events: readonly unknown[], transaction: Transaction) => {
    if (transaction.local) return
    const lost = events.flatMap((event) => lostIn(event as YXmlEvent, transaction))
    // Behind this transaction, which is somebody else's.
    if (lost.length > 0)
      doc.once('afterTransaction', () => doc.transact(() => write(lost), MERGED_CAPTION))
  }
  body.observeDeep(look)
  return () => body.unobserveDeep(look)
}

/** Words that a picture's line had, or would have had, but for somebody who did not know of them. */
interface Lost {
  readonly picture: XmlElement
  readonly name: string
  readonly words: string
}

function write(lost: readonly Lost[]): void {
  for (const { picture, name, words } of lost) {
    const now: unknown = picture.getAttribute(name)
    const merged = mergeWords(null, words, typeof now === 'string' ? now : '')
    if (merged !== now) picture.setAttribute(name, merged)
  }
}

function lostIn(
  { target: picture, attributesChanged }: YXmlEvent,
  transaction: Transaction,
): Lost[] {
  if (!(picture instanceof XmlElement) || picture.nodeName !== 'image') return []
  return LINES.filter((name) =>
    (attributesChanged as ReadonlySet<string> | undefined)?.has(name),
  ).flatMap((name) =>
    rivalsOf(picture, name, transaction).map((words) => ({ picture, name, words })),
  )
}

/** Everything that this transaction brought or replaced, and that the value which stands was not written over. */
function rivalsOf(picture: XmlElement, name: string, { doc, beforeState }: Transaction): string[] {
  const winner = picture._map.get(name)
  if (!winner) return []
  const seen = seenBy(winner, doc)
  const rivals: string[] = []
  let isNew = isOf(winner, beforeState)
  for (let item = winner.left; item !== null; item = item.left) {
    const [words] = item.content.getContent() as unknown[]
    if (!seen.has(item) && typeof words === 'string') rivals.push(words)
    const wasNew = isNew
    isNew = isOf(item, beforeState)
    // The last that is not new is what stood here until now; what was before it had been replaced, or merged, already.
    if (wasNew && !isNew) break
  }
  return rivals
}

/** Gives the values that whoever wrote this one knew of. */
function seenBy(item: Item, doc: Doc): ReadonlySet<unknown> {
  const seen = new Set<unknown>()
  for (let at: Item | null = item; at?.origin;) {
    const before: unknown = getItem(doc.store, at.origin)
    seen.add(before)
    at = before instanceof Item ? before : null
  }
  return seen
}

function isOf({ id }: Item, before: ReadonlyMap<number, number>): boolean {
  return id.clock >= (before.get(id.client) ?? 0)
}
