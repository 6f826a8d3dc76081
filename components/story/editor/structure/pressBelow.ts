import { Extension } from '@tiptap/core'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { foundAt } from '../around.ts'

const ITEMS = '.story-criterion, .story-question'

/**
 * A press on what is blank of a criterion or a question (below its words, beside its chips, between it and the next one) puts the
 * caret behind the nearest of its lines. What a browser finds there is the start of a line, or the item below.
 */
export const PressBelow = Extension.create({
  name: 'pressBelow',
  addProseMirrorPlugins: () => [
    new Plugin({
      view(view) {
        // Before the editor hears of it: what is drawn around the words is React's, and the editor is told of no press there.
        const onDown = (event: MouseEvent) => {
          if (pressBelow(view, event)) event.preventDefault()
        }
        view.dom.addEventListener('mousedown', onDown, true)
        return { destroy: () => view.dom.removeEventListener('mousedown', onDown, true) }
      },
    }),
  ],
})

function pressBelow(view: EditorView, event: MouseEvent): boolean {
  const { target, clientY: y } = event
  const isPlain = event.button === 0 && event.detail === 1 && !event.shiftKey
  if (!isPlain || !view.editable || !(target instanceof HTMLElement)) return false
  if (target.closest('button, a, input, [role="button"]')) return false
  const item = target.closest(ITEMS) ?? itemBeside(target, y)
  const end = item instanceof HTMLElement ? endOfNearestLine(view, item, y) : null
  if (end === null) return false
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, end)))
  view.focus()
  return true
}

/** Between two items the list is pressed: the one above is meant. */
function itemBeside(list: HTMLElement, y: number): Element | null {
  const items = [...list.children].filter((child) => child.matches(ITEMS))
  return items.findLast((item) => item.getBoundingClientRect().bottom <= y) ?? null
}

/** Gives the end of the line of an item that is nearest to a height; null where a line is at that height, or none is seen. */
function endOfNearestLine(view: EditorView, item: HTMLElement, y: number): number | null {
  const { node, pos } = foundAt(view.state.doc, view.posAtDOM(item, 0) - 1)
  let nearest: { readonly end: number; readonly away: number } | null = null
  node.descendants((line, offset) => {
    if (!line.isTextblock) return true
    const at = pos + 1 + offset
    const drawn = view.nodeDOM(at)
    const box = drawn instanceof HTMLElement ? drawn.getBoundingClientRect() : null
    // In a question that is folded the answer is not seen.
    if (!box || box.height === 0) return false
    const away = Math.max(box.top - y, y - box.bottom, 0)
    if (nearest === null || away <= nearest.away) nearest = { end: at + line.nodeSize - 1, away }
    return false
  })
  const { end, away } = nearest ?? { end: 0, away: 0 }
  return away > 0 ? end : null
}
