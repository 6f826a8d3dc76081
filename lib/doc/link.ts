import { InputRule, Mark, markPasteRule } from '@tiptap/core'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { Plugin, Selection } from '@tiptap/pm/state'
import { findAddresses, isSafeHref, readHref } from './href.ts'
import { localOnly } from './localOnly.ts'

/**
 * A link keeps its address and nothing else: `class`, `target` and `rel` of pasted pages are dropped, and an address
 * that is not safe is shown as text, whoever wrote it into the document and by whatever client. Typing on behind a link
 * is text again. A click puts the caret into it; the link's own card opens it.
 */
export const StoryLink = Mark.create({
  name: 'link',
  priority: 1_000,
  inclusive: false,
  keepOnSplit: false,
  addAttributes: () => ({ href: { default: null } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (link) => (isSafeHref(link.getAttribute('href')) ? null : false),
    },
  ],
  renderHTML({ mark }) {
    const href: unknown = mark.attrs.href
    if (!isSafeHref(href)) return ['span', 0]
    return ['a', { href, target: '_blank', rel: 'noopener noreferrer nofollow' }, 0]
  },
  addInputRules() {
    return [
      new InputRule({
        // [words](address), as in Markdown.
        find: /\[([^\]]+)\]\(([^\s)]+)\)$/,
        handler: ({ state, range, match }) => {
          const href = readHref(match[2] ?? '')
          if (href === null) return null
          const link = this.type.create({ href })
          state.tr.replaceWith(range.from, range.to, state.schema.text(match[1] ?? '', [link]))
          return undefined
        },
      }),
    ]
  },
  addPasteRules() {
    return [
      markPasteRule({
        find: (text) =>
          findAddresses(text).map(({ from, to, href }) => ({
            index: from,
            text: text.slice(from, to),
            data: { href },
          })),
        type: this.type,
        getAttributes: ({ data }) => ({ href: data?.href as unknown }),
      }),
    ]
  },
  addProseMirrorPlugins() {
    return [
      localOnly(
        new Plugin({ appendTransaction: (_all, before, after) => linkTyped(before, after) }),
      ),
      new Plugin({
        props: {
          // An address pasted over words is their link.
          handlePaste(view, _event, { content }) {
            const href = wholeAddress(content.textBetween(0, content.size, ' '))
            const { empty, from, to } = view.state.selection
            const { link } = view.state.schema.marks
            if (empty || href === null || !link) return false
            view.dispatch(view.state.tr.addMark(from, to, link.create({ href })))
            return true
          },
        },
      }),
    ]
  },
})

/** Links the address in front of a space, or of a new line, that was just typed. Gives null when there is none. */
export function linkTyped(
  before: EditorState,
  { doc, selection, tr, schema }: EditorState,
): Transaction | null {
  const { link } = schema.marks
  if (!link || !selection.empty || doc.content.size <= before.doc.content.size) return null
  const { $from } = selection
  const isNewLine = $from.parentOffset === 0
  const $end = isNewLine ? endOfLineAbove(selection) : $from
  if (!$end || $end.parent.type.spec.code) return null
  const written = $end.parent.textBetween(0, $end.parentOffset, null, '\uFFFC')
  const word = (isNewLine ? /(\S+)$/ : /(\S+)\s$/).exec(written)
  const [address] = word ? findAddresses(word[1] ?? '') : []
  if (!word || address?.from !== 0) return null
  const from = $end.start() + word.index
  const to = from + address.to
  const isMarked = doc.rangeHasMark(from, to, link) || hasCode(doc, from, to)
  return isMarked ? null : tr.addMark(from, to, link.create({ href: address.href }))
}

function endOfLineAbove({ $from }: Selection) {
  return $from.depth === 0
    ? null
    : Selection.findFrom($from.doc.resolve($from.before()), -1, true)?.$to
}

function hasCode(doc: EditorState['doc'], from: number, to: number): boolean {
  const { code } = doc.type.schema.marks
  return code !== undefined && doc.rangeHasMark(from, to, code)
}

function wholeAddress(text: string): string | null {
  const words = text.trim()
  const [address] = findAddresses(words)
  return address?.from === 0 && address.to === words.length ? address.href : null
}
