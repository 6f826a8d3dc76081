import type { Node } from '@tiptap/pm/model'
import type { NodeView } from '@tiptap/pm/view'
import type { Chromes } from './chrome.ts'

/** A view with a place that React fills, and classes that follow the block's attributes. */
export function withChrome(
  chromes: Chromes,
  parts: {
    dom: HTMLElement
    content: HTMLElement
    chrome: HTMLElement
    first: Node
    getPos: () => number | undefined
  },
  draw: (node: Node) => void,
): NodeView {
  const { dom, content, chrome, first, getPos } = parts
  const opened = chromes.open(chrome, first, getPos)
  draw(first)
  return {
    dom,
    contentDOM: content,
    update(node) {
      if (node.type !== first.type) return false
      draw(node)
      opened.node.set(node)
      return true
    },
    // What happens in the chrome is React's, all but the selection that begins there.
    stopEvent: (event) => chrome.contains(event.target as globalThis.Node),
    ignoreMutation: (mutation) =>
      mutation.type !== 'selection' && !content.contains(mutation.target),
    destroy: opened.close,
  }
}

/** Makes an element of a class. */
export function element(tag: string, className: string): HTMLElement {
  const made = document.createElement(tag)
  made.className = className
  return made
}

/** An element whose inside is not text of the story. */
export function fixed(tag: string, className: string): HTMLElement {
  const made = element(tag, className)
  made.contentEditable = 'false'
  return made
}
