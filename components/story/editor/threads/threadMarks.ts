import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { Doc } from 'yjs'
import { classes } from '#components/ui/classes.ts'
import { AnchorPlaces, type Range } from '#lib/doc/anchorPlace.ts'
import { comesFromYjs } from '#lib/doc/localOnly.ts'
import type { Anchor } from '#lib/domain/talk/thread.ts'
import { withAccepted } from './withAccepted.ts'

/** A thread that is about a place in the text. */
export interface Anchored {
  readonly id: string
  readonly anchor: Anchor
  /** Other words are suggested for it, and nobody has decided yet. */
  readonly suggests: boolean
  /** It is the one that is open beside the text. */
  readonly isAtHand: boolean
  /** The words that were suggested for it and accepted. */
  readonly accepted?: string | undefined
}

interface Marked {
  readonly threads: readonly Anchored[]
  readonly places: ReadonlyMap<string, Range>
  readonly drawn: DecorationSet
}

export const threadMarks = new PluginKey<Marked>('threadMarks')

/** After an own edit places are looked up again this much later; until then they move along with the text, ms. */
const SETTLE_MS = 150

/**
 * Shows where threads are in the text. They are no part of the document: what is drawn follows from the anchors and the
 * text as it is now. `onPlaces` is told which places there are.
 */
export function threadMarksPlugin(
  doc: Doc,
  {
    onPlaces,
    onPress,
  }: {
    readonly onPlaces: (places: ReadonlyMap<string, Range>) => void
    readonly onPress: (thread: string) => void
  },
): Plugin<Marked> {
  return new Plugin<Marked>({
    key: threadMarks,
    state: {
      init: () => ({ threads: [], places: new Map(), drawn: DecorationSet.empty }),
      apply(tr, before, _old, { doc: node, schema }) {
        const told = tr.getMeta(threadMarks) as readonly Anchored[] | 'again' | undefined
        if (told === undefined && !tr.docChanged) return before
        const threads = Array.isArray(told) ? (told as readonly Anchored[]) : before.threads
        if (threads.length === 0 && before.threads.length === 0) return before
        // One's own edit reaches Yjs after this: until then the marks go where the text goes.
        if (told === undefined && !comesFromYjs(tr)) return moved(before, tr)
        const finder = new AnchorPlaces(doc, schema)
        const places = new Map<string, Range>()
        for (const { id, anchor, accepted } of threads) {
          const left = finder.of(anchor)
          const range = left && accepted ? withAccepted(node, left, accepted) : left
          if (range && range.from < range.to && range.to <= node.content.size) places.set(id, range)
        }
        return { threads, places, drawn: DecorationSet.create(node, draw(threads, places)) }
      },
    },
    props: {
      decorations: (state) => threadMarks.getState(state)?.drawn,
      handleClick(view, pos, event) {
        const thread = threadAt(view, pos, event)
        if (thread === null) return false
        onPress(thread)
        return false
      },
    },
    view(view) {
      let timer: ReturnType<typeof setTimeout> | null = null
      let told = threadMarks.getState(view.state)?.places
      return {
        update(now, before) {
          const places = threadMarks.getState(now.state)?.places
          if (places && places !== told) onPlaces((told = places))
          if (now.state.doc === before.doc || timer !== null) return
          timer = setTimeout(() => {
            timer = null
            if (!now.isDestroyed) now.dispatch(now.state.tr.setMeta(threadMarks, 'again'))
          }, SETTLE_MS)
        },
        destroy() {
          if (timer !== null) clearTimeout(timer)
        },
      }
    },
  })
}

/** Tells the plugin which threads there are. */
export function tellThreads(view: EditorView, threads: readonly Anchored[]): void {
  view.dispatch(view.state.tr.setMeta(threadMarks, threads).setMeta('addToHistory', false))
}

function moved(before: Marked, tr: Transaction): Marked {
  const places = new Map<string, Range>()
  for (const [id, { from, to, isBlock }] of before.places) {
    const range = { from: tr.mapping.map(from, 1), to: tr.mapping.map(to, -1), isBlock }
    if (range.from < range.to) places.set(id, range)
  }
  return { ...before, places, drawn: before.drawn.map(tr.mapping, tr.doc) }
}

function draw(threads: readonly Anchored[], places: ReadonlyMap<string, Range>): Decoration[] {
  return threads.flatMap(({ id, anchor, suggests, isAtHand }) => {
    const range = places.get(id)
    // A part of a picture has its frame on the picture.
    if (!range || anchor.kind === 'image') return []
    const attributes = {
      class: classes('story-thread', suggests && 'is-suggestion', isAtHand && 'is-at-hand'),
      'data-thread-mark': id,
    }
    const { from, to, isBlock } = range
    return isBlock
      ? [Decoration.node(from, to, attributes)]
      : [Decoration.inline(from, to, attributes, { inclusiveStart: false, inclusiveEnd: false })]
  })
}

/** Gives the thread under the pointer: of several the one about the fewest words. */
function threadAt(view: EditorView, pos: number, event: MouseEvent): string | null {
  const { target } = event
  if (!(target instanceof HTMLElement) || !target.closest('[data-thread-mark]')) return null
  const places = [...(threadMarks.getState(view.state)?.places ?? [])]
  const here = places
    .filter(([, { from, to }]) => from <= pos && pos <= to)
    .sort(([, a], [, b]) => a.to - a.from - (b.to - b.from))
  return here[0]?.[0] ?? null
}
