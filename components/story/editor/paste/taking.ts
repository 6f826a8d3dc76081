import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { textsOf } from '#components/language/loaded.ts'
import { lineAt } from '../around.ts'
import type { Store } from '../store.ts'
import { cleanHtml } from './cleanHtml.ts'
import { beginning, tooLarge } from './limits.ts'
import { looksLikeMarkdown } from './looksLikeMarkdown.ts'

/** What became of a paste that was not simply taken. */
export interface PasteNotice {
  readonly says: string
  /** Pastes the words without their form; null where there is nothing more to offer. */
  readonly pastePlain: (() => void) | null
}

/** What is pasted, before it is read: what is too large is not, Markdown is read as such, pages are cleaned. */
export const Taking = Extension.create<{ notice: Store<PasteNotice | null> | null }>({
  name: 'taking',
  // Ahead of all who look at what was pasted.
  priority: 1_900,
  addOptions: () => ({ notice: null }),
  addProseMirrorPlugins() {
    const { notice } = this.options
    if (!notice) return []
    let isShift = false
    return [
      new Plugin({
        props: {
          handleDOMEvents: {
            keydown: (_view, event) => {
              isShift = event.shiftKey
              return false
            },
            paste: (view, event) => take(view, event, isShift, notice),
          },
          transformPastedHTML(html) {
            const { html: clean, leftOut } = cleanHtml(html)
            if (leftOut !== null) notice.set({ says: leftOut, pastePlain: null })
            return clean
          },
        },
      }),
    ]
  },
})

function take(
  view: EditorView,
  event: ClipboardEvent,
  isPlain: boolean,
  notice: Store<PasteNotice | null>,
): boolean {
  const data = event.clipboardData
  if (!data || !view.editable) return false
  const html = isPlain ? '' : data.getData('text/html')
  const text = data.getData('text/plain')
  notice.set(null)
  const why = html === '' ? null : tooLarge(html)
  if (why !== null) {
    event.preventDefault()
    notice.set({
      says: textsOf('story')('paste.nothing', { why }),
      pastePlain: text === '' ? null : () => pastePlain(view, text, notice),
    })
    return true
  }
  if (html !== '') return false
  if (text.length > beginning(text).length) {
    event.preventDefault()
    pastePlain(view, text, notice)
    return true
  }
  const { selection } = view.state
  const isLine = lineAt(selection, 'criterion') !== null || lineAt(selection, 'question') !== null
  const isCode = selection.$from.parent.type.spec.code === true
  if (isPlain || isLine || isCode || !looksLikeMarkdown(text)) return false
  event.preventDefault()
  import('./readMarkdown.ts').then(
    ({ markdownToHtml }) => {
      if (!view.isDestroyed) view.pasteHTML(markdownToHtml(text))
    },
    // What reads Markdown could not be fetched: the words are there all the same.
    () => {
      if (!view.isDestroyed) view.pasteText(text)
    },
  )
  return true
}

function pastePlain(view: EditorView, text: string, notice: Store<PasteNotice | null>): void {
  const part = beginning(text)
  view.pasteText(part)
  view.focus()
  notice.set(
    part.length === text.length
      ? null
      : {
          says: textsOf('story')('paste.part', { part: part.length, all: text.length }),
          pastePlain: null,
        },
  )
}
