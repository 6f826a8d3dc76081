import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { isLanguage, type Language } from '#lib/doc/languages.ts'

type Highlighter = typeof import('./highlighter.ts')

/** Longer code, in characters, stays plain: it would be read anew at every letter. */
const MOST = 20_000

const colours = new PluginKey<DecorationSet>('codeColours')

/**
 * The colours of code: drawn on this screen only, and read anew only in the block that changed. The highlighter, and each
 * language, is fetched when a story first has such code; until then, and without it, the code is plain.
 */
export const CodeColours = Extension.create({
  name: 'codeColours',
  addProseMirrorPlugins() {
    let highlighter: Highlighter | null = null
    const wanted = new Set<Language>()
    const fetch = async (view: EditorView, language: Language) => {
      wanted.add(language)
      try {
        highlighter ??= await import('./highlighter.ts')
        await highlighter.fetchGrammar(language)
      } catch {
        // Without the network it is asked for again with the next block.
        wanted.delete(language)
        return
      }
      if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(colours, language))
    }
    const fetchMissing = (view: EditorView) => {
      view.state.doc.descendants((node) => {
        const language = languageOf(node)
        if (language && !wanted.has(language)) void fetch(view, language)
        return !node.isTextblock
      })
    }
    return [
      new Plugin<DecorationSet>({
        key: colours,
        state: {
          init: () => DecorationSet.empty,
          apply(tr, drawn) {
            const arrived = tr.getMeta(colours) as Language | undefined
            if (!tr.docChanged && !arrived) return drawn
            let now = drawn.map(tr.mapping, tr.doc)
            for (const { node, pos } of arrived
              ? blocksIn(tr.doc, 0, tr.doc.content.size)
              : changedBlocks(tr)) {
              now = now.remove(now.find(pos + 1, pos + node.nodeSize - 1))
              now = now.add(tr.doc, coloursOf(highlighter, node, pos))
            }
            return now
          },
        },
        props: { decorations: (state) => colours.getState(state) },
        view(view) {
          fetchMissing(view)
          return {
            update(now, before) {
              if (now.state.doc !== before.doc) fetchMissing(now)
            },
          }
        },
      }),
    ]
  },
})

function coloursOf(highlighter: Highlighter | null, node: Node, pos: number): Decoration[] {
  const language = languageOf(node)
  const code = node.textContent
  if (!highlighter || !language || code.length > MOST) return []
  return highlighter
    .highlight(language, code)
    .map(({ from, to, classes }) =>
      Decoration.inline(pos + 1 + from, pos + 1 + to, { class: classes }),
    )
}

function languageOf(node: Node): Language | null {
  if (node.type.name !== 'codeBlock') return null
  const language: unknown = node.attrs.language
  return isLanguage(language) ? language : null
}

/** The code blocks that a transaction has touched, as they are behind it. */
export function changedBlocks({ doc, mapping, steps }: Transaction): { node: Node; pos: number }[] {
  const found = new Map<number, Node>()
  for (const [index, step] of steps.entries()) {
    const rest = mapping.slice(index + 1)
    const touch = (from: number, to: number) => {
      const start = Math.max(0, rest.map(from, -1) - 1)
      const end = Math.min(doc.content.size, rest.map(to, 1) + 1)
      for (const { node, pos } of blocksIn(doc, start, end)) found.set(pos, node)
    }
    const map = step.getMap()
    map.forEach((_from, _to, from, to) => touch(from, to))
    // A changed attribute moves nothing.
    const { pos } = step as { pos?: number }
    if (typeof pos === 'number') touch(pos, pos + 1)
  }
  return [...found].map(([pos, node]) => ({ node, pos }))
}

function blocksIn(doc: Node, from: number, to: number): { node: Node; pos: number }[] {
  const found: { node: Node; pos: number }[] = []
  doc.nodesBetween(from, to, (node, pos) => {
    if (node.type.name === 'codeBlock') found.push({ node, pos })
    return !node.isTextblock
  })
  return found
}
