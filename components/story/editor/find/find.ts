import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { comesFromYjs } from '#lib/doc/localOnly.ts'
import type { Store } from '../store.ts'

/** What is looked for; null while nothing is. */
export interface Finding {
  readonly query: string
  readonly matchesCase: boolean
}

/** A match, from where to where. */
export interface Match {
  readonly from: number
  readonly to: number
}

interface Found extends Finding {
  readonly matches: readonly Match[]
  /** Which of them is shown; -1 without any. */
  readonly active: number
  readonly drawn: DecorationSet
}

/** More matches than this are not drawn, and said to be so many or more. */
export const MATCHES_MAX = 2_000

const finding = new PluginKey<Found | null>('finding')

/** Finds words in the text: matches are drawn on this screen only. Ctrl or Cmd with F asks; once more is the browser's own. */
export const Find = Extension.create<{ open: Store<boolean> | null }>({
  name: 'find',
  addOptions: () => ({ open: null }),
  addKeyboardShortcuts() {
    const { open } = this.options
    return {
      'Mod-f': () => {
        if (!open || open.get()) return false
        open.set(true)
        return true
      },
    }
  },
  addProseMirrorPlugins: () => [
    new Plugin<Found | null>({
      key: finding,
      state: {
        init: () => null,
        apply(tr, last) {
          const meta = tr.getMeta(finding) as { look: Finding | null } | { at: number } | undefined
          if (meta && 'look' in meta)
            return meta.look && found(tr.doc, meta.look, tr.selection.from)
          if (!last) return null
          if (meta) return at(tr.doc, last, meta.at)
          if (!tr.docChanged) return last
          const here = last.matches[last.active]?.from ?? tr.selection.from
          // What arrives from others is a new text throughout, for the editor: nothing in it maps.
          return found(tr.doc, last, comesFromYjs(tr) ? here : tr.mapping.map(here))
        },
      },
      props: { decorations: (state) => finding.getState(state)?.drawn },
    }),
  ],
})

/** Looks for something, from the caret on; null ends it. */
export function lookFor(view: EditorView, look: Finding | null): void {
  if (look === null && !finding.getState(view.state)) return
  view.dispatch(view.state.tr.setMeta(finding, { look }).setMeta('addToHistory', false))
  showActive(view)
}

/** Gives how many matches there are and which is shown, from 1; 0 for none. */
export function standing(state: EditorState): { readonly count: number; readonly active: number } {
  const now = finding.getState(state)
  return { count: now?.matches.length ?? 0, active: (now?.active ?? -1) + 1 }
}

/** Goes to the next match, or to the one before; behind the last comes the first. */
export function step(view: EditorView, by: 1 | -1): void {
  const now = finding.getState(view.state)
  if (!now || now.matches.length === 0) return
  const next = (now.active + by + now.matches.length) % now.matches.length
  view.dispatch(view.state.tr.setMeta(finding, { at: next }).setMeta('addToHistory', false))
  showActive(view)
}

/** Puts other words in place of the match that is shown, and goes to the next. */
export function replaceOne(view: EditorView, words: string): void {
  const now = finding.getState(view.state)
  const match = now?.matches[now.active]
  if (!match || !view.editable) return
  view.dispatch(view.state.tr.insertText(words, match.from, match.to))
  showActive(view)
}

/** Puts other words in place of every match, in one step to take back. Gives how many there were. */
export function replaceAll(view: EditorView, words: string): number {
  const now = finding.getState(view.state)
  if (!now || !view.editable) return 0
  const { tr } = view.state
  for (const { from, to } of now.matches.toReversed()) tr.insertText(words, from, to)
  view.dispatch(tr)
  return now.matches.length
}

/** Leaves the caret at the match that was shown. */
export function toMatch(view: EditorView): void {
  const now = finding.getState(view.state)
  const match = now?.matches[now.active]
  if (match)
    view.dispatch(
      view.state.tr.setSelection(TextSelection.create(view.state.doc, match.from, match.to)),
    )
}

/** Gives the places of words in a text, line by line: a match never goes over the end of its line. */
export function matchesIn(doc: Node, { query, matchesCase }: Finding): Match[] {
  if (query === '') return []
  // By the rules of Unicode, letter by letter: lower-casing a text may change how long it is.
  const pattern = new RegExp(
    query.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'),
    matchesCase ? 'gu' : 'giu',
  )
  const matches: Match[] = []
  doc.descendants((node, pos) => {
    if (!node.isTextblock || matches.length >= MATCHES_MAX) return matches.length < MATCHES_MAX
    const text = node.textBetween(0, node.content.size, null, '\uFFFC')
    for (const { index, 0: words } of text.matchAll(pattern)) {
      if (matches.length >= MATCHES_MAX) break
      matches.push({ from: pos + 1 + index, to: pos + 1 + index + words.length })
    }
    return false
  })
  return matches
}

function found(doc: Node, look: Finding, from: number): Found {
  const matches = matchesIn(doc, look)
  const next = matches.findIndex((match) => match.from >= from)
  return at(doc, { ...look, matches }, next === -1 ? 0 : next)
}

function at(
  doc: Node,
  { query, matchesCase, matches }: Omit<Found, 'active' | 'drawn'>,
  index: number,
): Found {
  const active = matches.length === 0 ? -1 : index
  const drawn = DecorationSet.create(
    doc,
    matches.map(({ from, to }, place) =>
      Decoration.inline(from, to, {
        class: place === active ? 'story-match is-active' : 'story-match',
      }),
    ),
  )
  return { query, matchesCase, matches, active, drawn }
}

/** The match is brought into view; what it is folded in is opened by whoever draws folds. */
function showActive(view: EditorView): void {
  requestAnimationFrame(() => {
    if (view.isDestroyed) return
    view.dom.querySelector('.story-match.is-active')?.scrollIntoView({ block: 'center' })
  })
}
