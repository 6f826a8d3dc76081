import * as Y from 'yjs'
import { type Anchor, QUOTE_MAX_CHARACTERS, type Run, RUNS_MAX } from '../domain/talk/thread.ts'
import {
  blockById,
  blockIdAround,
  charactersOf,
  isInside,
  lengthBefore,
  type Line,
  linesOf,
  piecesOf,
} from './anchorText.ts'

type TextAnchor = Extract<Anchor, { kind: 'text' }>

/** A place between two characters. */
export interface Spot {
  readonly text: Y.XmlText
  readonly index: number
}

/** Where an anchor is now: a piece of text, or a block. */
export type Found =
  | { readonly kind: 'text'; readonly from: Spot; readonly to: Spot }
  | { readonly kind: 'block'; readonly node: Y.XmlElement }

type Range = Extract<Found, { kind: 'text' }>

/** A quote shorter than this may stand anywhere: it is looked for in its own block only, characters. */
const TELLING_MIN = 8

/**
 * Makes the anchor of the text between two spots; null where there is none. It names the characters themselves, so that
 * it follows them whatever is written around them.
 */
export function anchorOf(doc: Y.Doc, from: Spot, to: Spot): TextAnchor | null {
  const runs: Run[] = []
  let quote = ''
  let parent: Y.XmlElement | null = null
  let [first, last]: (Spot | null)[] = [null, null]
  for (const line of between(doc, from.text, to.text)) {
    const { text } = line
    const begin = text === from.text ? from.index : 0
    const end = text === to.text ? to.index : Number.POSITIVE_INFINITY
    for (const { item, index, words } of piecesOf(text)) {
      const low = Math.max(begin, index)
      const high = Math.min(end, index + words.length)
      if (low >= high) continue
      if (parent !== null && parent !== line.parent) quote += '\n'
      parent = line.parent
      // A longer piece is known by its beginning.
      const taken = Math.min(high - low, QUOTE_MAX_CHARACTERS - quote.length)
      if (taken <= 0) break
      quote += words.slice(low - index, low - index + taken)
      addRun(runs, [item.id.client, item.id.clock + low - index, taken])
      first ??= { text, index: low }
      last = { text, index: low + taken }
    }
  }
  if (!first || !last) return null
  const block = first.text.parent instanceof Y.XmlElement ? blockIdAround(first.text.parent) : null
  return {
    kind: 'text',
    start: encode(Y.createRelativePositionFromTypeIndex(first.text, first.index, 0)),
    end: encode(Y.createRelativePositionFromTypeIndex(last.text, last.index, -1)),
    quote,
    runs: runs.slice(0, RUNS_MAX),
    ...(block === null ? {} : { block }),
  }
}

/** Finds anchors in one document, as it is at this moment. */
export class AnchorFinder {
  readonly #doc: Y.Doc
  #lines: readonly Line[] | null = null
  readonly #indexes = new Map<Y.XmlText, ReadonlyMap<Y.Item, number>>()

  constructor(doc: Y.Doc) {
    this.#doc = doc
  }

  /**
   * [TA10] Gives where an anchor is; null: what it was about is gone. Text is where its characters are, as far as they
   * are left. Where an undo brought some back, it is where its quote stands again among the old ones. Where some were written
   * anew (a block was moved, docs/decisions/0011) it is where its whole quote stands, if that is one place only, and the one
   * where what is left of it is.
   */
  find(anchor: Anchor): Found | null {
    if (anchor.kind === 'text') return this.#textOf(anchor)
    const node = blockById(this.#doc, anchor.block)
    return node && { kind: 'block', node }
  }

  #textOf(anchor: TextAnchor): Range | null {
    const { range, isWhole } = this.#charactersOf(anchor)
    if (range && isWhole) return range
    const quoted = this.#broughtBack(anchor) ?? this.#quoteOf(anchor)
    return range && !(quoted && covers(quoted, range)) ? range : quoted
  }

  #charactersOf({ runs, start, end }: TextAnchor): {
    readonly range: Range | null
    readonly isWhole: boolean
  } {
    const left = new Map<Y.XmlText, { from: number; to: number }>()
    let missing = 0
    for (const run of runs ?? endsOf(start, end)) {
      missing += run[2]
      for (const { text, item, skipped, length } of alive(this.#doc, run)) {
        const index = this.#indexOf(text, item) + skipped
        missing -= length
        const known = left.get(text)
        const from = Math.min(known?.from ?? index, index)
        left.set(text, { from, to: Math.max(known?.to ?? 0, index + length) })
      }
    }
    if (left.size === 0) return { range: null, isWhole: false }
    const texts = left.size === 1 ? [...left.keys()] : this.#inOrder([...left.keys()])
    const [first, last] = [texts[0], texts.at(-1)]
    const [head, tail] = [first && left.get(first), last && left.get(last)]
    if (!first || !last || !head || !tail) return { range: null, isWhole: false }
    const range: Range = {
      kind: 'text',
      from: { text: first, index: head.from },
      to: { text: last, index: tail.to },
    }
    return { range, isWhole: missing === 0 }
  }

  /** Yjs puts what an undo brings back, with names of its own, to the left of what was deleted: for everybody. */
  #broughtBack({ quote, runs, start, end }: TextAnchor): Range | null {
    const gone = (runs ?? endsOf(start, end)).flatMap((run) => [...deleted(this.#doc, run)])
    const text = gone[0]?.text
    if (!text || quote === '' || gone.some((piece) => piece.text !== text)) return null
    const places = gone.map(({ item }) => lengthBefore(item))
    const [low, high] = [Math.min(...places), Math.max(...places)]
    const words = charactersOf(text)
    // The nearest one that reaches from the first to the last of them: the same word may stand right behind.
    const at = words.lastIndexOf(quote, low)
    if (at < 0 || at + quote.length < high) return null
    return { kind: 'text', from: { text, index: at }, to: { text, index: at + quote.length } }
  }

  #quoteOf({ quote, block }: TextAnchor): Range | null {
    const home = block === undefined ? null : blockById(this.#doc, block)
    const lines = this.#all()
    const inBlock =
      home &&
      onlyPlace(
        lines.filter(({ parent }) => isInside(parent, home)),
        quote,
      )
    if (inBlock) return inBlock
    return quote.trim().length < TELLING_MIN ? null : onlyPlace(lines, quote)
  }

  #inOrder(texts: readonly Y.XmlText[]): Y.XmlText[] {
    const wanted = new Set(texts)
    return this.#all().flatMap(({ text }) => (wanted.has(text) ? [text] : []))
  }

  #indexOf(text: Y.XmlText, item: Y.Item): number {
    let indexes = this.#indexes.get(text)
    if (!indexes) {
      indexes = new Map([...piecesOf(text)].map((piece) => [piece.item, piece.index] as const))
      this.#indexes.set(text, indexes)
    }
    return indexes.get(item) ?? 0
  }

  #all(): readonly Line[] {
    return (this.#lines ??= [...linesOf(this.#doc)])
  }
}

/** True for a piece of text that has all of another one. */
function covers(whole: Range, part: Range): boolean {
  return (
    whole.from.text === part.from.text &&
    whole.to.text === part.to.text &&
    whole.from.index <= part.from.index &&
    whole.to.index >= part.to.index
  )
}

/** Gives the one place where a quote stands in some lines; null where there is none, or more than one. */
function onlyPlace(lines: readonly Line[], quote: string): Range | null {
  let words = ''
  const starts: { readonly at: number; readonly spot: Spot; readonly length: number }[] = []
  let parent: Y.XmlElement | null = null
  for (const line of lines) {
    if (parent !== null && parent !== line.parent) words += '\n'
    parent = line.parent
    for (const piece of piecesOf(line.text)) {
      const spot = { text: line.text, index: piece.index }
      starts.push({ at: words.length, spot, length: piece.words.length })
      words += piece.words
    }
  }
  const at = words.indexOf(quote)
  if (quote === '' || at < 0 || words.indexOf(quote, at + 1) >= 0) return null
  const spotAt = (place: number, isEnd: boolean): Spot | null => {
    const found = starts.find(({ at: start, length }) =>
      isEnd ? place > start && place <= start + length : place >= start && place < start + length,
    )
    return found ? { text: found.spot.text, index: found.spot.index + place - found.at } : null
  }
  const [from, to] = [spotAt(at, false), spotAt(at + quote.length, true)]
  return from && to && { kind: 'text', from, to }
}

/** Gives what is left of a run of characters. What an undo brings back has other names: only whoever undid it knows. */
function* alive(
  doc: Y.Doc,
  [client, clock, length]: Run,
): Generator<{ text: Y.XmlText; item: Y.Item; skipped: number; length: number }> {
  const known = Math.min(clock + length, Y.getState(doc.store, client))
  for (let at = clock; at < known;) {
    const item = Y.getItem(doc.store, Y.createID(client, at))
    const skipped = at - item.id.clock
    const taken = Math.min(item.length - skipped, known - at)
    at += taken
    if (!(item instanceof Y.Item)) continue
    if (item.deleted) continue
    if (item.parent instanceof Y.XmlText && item.content instanceof Y.ContentString) {
      yield { text: item.parent, item, skipped, length: taken }
    }
  }
}

/** Gives the pieces of a run that are deleted, in texts that are still there. */
function* deleted(
  doc: Y.Doc,
  [client, clock, length]: Run,
): Generator<{ text: Y.XmlText; item: Y.Item }> {
  const known = Math.min(clock + length, Y.getState(doc.store, client))
  for (let at = clock; at < known;) {
    const item = Y.getItem(doc.store, Y.createID(client, at))
    at = item.id.clock + item.length
    if (!(item instanceof Y.Item) || !item.deleted) continue
    if (item.parent instanceof Y.XmlText && item.parent._item?.deleted === false) {
      yield { text: item.parent, item }
    }
  }
}

/** Gives the characters at both ends of an anchor that does not name all of them: a foreign client made it. */
function endsOf(start: string, end: string): Run[] {
  const ids = [decode(start)?.item, decode(end)?.item]
  return ids.flatMap((id) => (id ? [[id.client, id.clock, 1] as const] : []))
}

function* between(doc: Y.Doc, first: Y.XmlText, last: Y.XmlText): Generator<Line> {
  let isIn = false
  for (const line of linesOf(doc)) {
    isIn ||= line.text === first
    if (isIn) yield line
    if (line.text === last) return
  }
}

/** Characters that one person typed one after the other are one run, however many items they are in. */
function addRun(runs: Run[], run: Run): void {
  const last = runs.at(-1)
  if (last && last[0] === run[0] && last[1] + last[2] === run[1]) {
    runs[runs.length - 1] = [last[0], last[1], last[2] + run[2]]
  } else runs.push(run)
}

function encode(position: Y.RelativePosition): string {
  return btoa(String.fromCharCode(...Y.encodeRelativePosition(position)))
}

function decode(text: string): Y.RelativePosition | null {
  try {
    return Y.decodeRelativePosition(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)))
  } catch {
    return null
  }
}
