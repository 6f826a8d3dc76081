import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Doc } from 'yjs'
import { presenceColour } from '#components/ui/presence.ts'
import { comesFromYjs } from '#lib/doc/localOnly.ts'
import { authorRuns } from '#lib/doc/authorRuns.ts'

/** Somebody who wrote in the text: how their words are marked. */
export interface Author {
  readonly id: string
  readonly name: string
  /** Index into the presence palette. */
  readonly colour: number
  /** How their words are underlined where colours are not one's own choice. */
  readonly line: string
}

/** While somebody writes the marks move along; who wrote what is looked at again after this long, in ms. */
const LOOK_MS = 300

const KEY = new PluginKey<DecorationSet>('storyAuthors')

/**
 * Marks the words of a text with whoever wrote them. `authorOf` gives nobody for a client it does not know, of which
 * `onUnknown` is told.
 */
export function authorMarks(
  doc: Doc,
  authorOf: (client: number) => Author | null,
  onUnknown: (clients: number) => void,
): Plugin<DecorationSet> {
  const marksOf = ({ doc: shown }: EditorState) => {
    const unknown = new Set<number>()
    const marks = authorRuns(doc, shown).flatMap(({ from, to, client }) => {
      const author = authorOf(client)
      if (author) return Decoration.inline(from, to, attributesOf(author), { author: author.id })
      unknown.add(client)
      return []
    })
    onUnknown(unknown.size)
    return DecorationSet.create(shown, marks)
  }
  return new Plugin({
    key: KEY,
    state: {
      init: (_, state) => marksOf(state),
      apply(tr, marks, _, state) {
        // What others write is in the document already; one's own edit reaches it after this.
        const isThere = tr.docChanged && comesFromYjs(tr)
        if (tr.getMeta(KEY) === 'look' || isThere) return marksOf(state)
        return tr.docChanged ? marks.map(tr.mapping, tr.doc) : marks
      },
    },
    props: { decorations: (state) => KEY.getState(state) },
    view(view) {
      let timer: ReturnType<typeof setTimeout> | null = null
      const look = () => {
        // What is being composed must not be drawn anew.
        timer = view.composing ? setTimeout(look, LOOK_MS) : null
        if (timer === null) view.dispatch(view.state.tr.setMeta(KEY, 'look'))
      }
      return {
        update({ state }, before) {
          if (state.doc !== before.doc) timer ??= setTimeout(look, LOOK_MS)
        },
        destroy: () => {
          if (timer !== null) clearTimeout(timer)
        },
      }
    },
  })
}

/** Takes the marks away. */
export const AUTHOR_MARKS = KEY

/** Gives the id of whoever wrote what stands before a position, or null. */
export function authorAt(state: EditorState, position: number): string | null {
  const [mark] = KEY.getState(state)?.find(Math.max(0, position - 1), position) ?? []
  return (mark?.spec as { author?: string } | undefined)?.author ?? null
}

function attributesOf({ name, colour, line }: Author): Record<string, string> {
  return {
    class: 'story-author',
    title: name,
    style: `--author: ${presenceColour(colour)}; --author-line: ${line}`,
  }
}
