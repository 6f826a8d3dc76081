import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection, Plugin } from '@tiptap/pm/state'
import type { NodeViewConstructor } from '@tiptap/pm/view'
import { textsOf } from '#components/language/loaded.ts'
import { readCalloutKind } from '#lib/doc/calloutKinds.ts'
import { readCard } from '#lib/doc/card.ts'
import type { Chromes } from '../structure/chrome.ts'
import { element, fixed, withChrome } from '../structure/drawn.ts'
import { isOpen, toggleOpen } from './folds.ts'

/** How callouts, folding sections, cards and code are drawn in the editor. */
export const RichViews = Extension.create<{ chromes: Chromes | null }>({
  name: 'richViews',
  addOptions: () => ({ chromes: null }),
  addProseMirrorPlugins() {
    const { chromes } = this.options
    if (!chromes) return []
    return [
      new Plugin({
        props: {
          nodeViews: {
            callout: calloutView(chromes),
            codeBlock: codeView(chromes),
            details: detailsView,
            linkCard: cardView,
          },
        },
      }),
    ]
  },
})

function calloutView(chromes: Chromes): NodeViewConstructor {
  return (first, _view, getPos) => {
    const dom = element('div', 'story-callout')
    dom.setAttribute('role', 'note')
    const sign = fixed('div', 'story-callout-sign')
    const content = element('div', 'story-callout-lines')
    dom.append(sign, content)
    const draw = (node: Node) => {
      const kind = readCalloutKind(node.attrs.kind)
      dom.dataset.kind = kind
      dom.setAttribute('aria-label', textsOf('story')(`callout.${kind}`))
    }
    return withChrome(chromes, { dom, content, chrome: sign, first, getPos }, draw)
  }
}

function codeView(chromes: Chromes): NodeViewConstructor {
  return (first, _view, getPos) => {
    const dom = element('div', 'story-code')
    const bar = fixed('div', 'story-code-bar')
    const pre = document.createElement('pre')
    const content = document.createElement('code')
    pre.append(content)
    dom.append(bar, pre)
    return withChrome(chromes, { dom, content, chrome: bar, first, getPos }, () => undefined)
  }
}

/** The arrow opens and closes; so does Ctrl or Cmd with Enter in the summary. Where nothing is written it takes the focus. */
const detailsView: NodeViewConstructor = (first, view, getPos, decorations) => {
  const dom = element('div', 'story-details')
  const toggle = fixed('button', 'story-details-toggle')
  toggle.setAttribute('type', 'button')
  toggle.addEventListener('mousedown', (event) => event.preventDefault())
  toggle.addEventListener('click', () => {
    const pos = getPos()
    if (pos !== undefined) toggleOpen(view, pos)
  })
  const content = element('div', 'story-details-lines')
  dom.append(toggle, content)
  const draw = (node: Node, drawn: typeof decorations) => {
    const open = isOpen(drawn)
    const words = node.firstChild?.type.name === 'summary' ? node.firstChild.textContent : ''
    toggle.tabIndex = view.editable ? -1 : 0
    toggle.setAttribute('aria-expanded', String(open))
    const t = textsOf('story')
    const what = words || t('thisSection')
    toggle.setAttribute('aria-label', open ? t('fold', { what }) : t('unfold', { what }))
  }
  draw(first, decorations)
  return {
    dom,
    contentDOM: content,
    update(node, drawn) {
      if (node.type !== first.type) return false
      draw(node, drawn)
      return true
    },
    stopEvent: (event) => toggle.contains(event.target as globalThis.Node),
    ignoreMutation: (mutation) =>
      mutation.type !== 'selection' && !content.contains(mutation.target),
  }
}

/** A click chooses the card, and its bar opens it; where nothing is written, and with Ctrl or Cmd, the click itself does. */
const cardView: NodeViewConstructor = (first, view, getPos) => {
  const dom = document.createElement('a')
  dom.className = 'story-card'
  dom.contentEditable = 'false'
  dom.target = '_blank'
  dom.rel = 'noopener noreferrer nofollow'
  const title = element('span', 'story-card-title')
  const host = element('span', 'story-card-host')
  dom.append(title, host)
  dom.addEventListener('click', (event) => {
    const pos = getPos()
    if (!view.editable || event.metaKey || event.ctrlKey || pos === undefined) return
    event.preventDefault()
    view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, pos)))
    view.focus()
  })
  const draw = (node: Node) => {
    const card = readCard(node.attrs)
    if (card.href === null) dom.removeAttribute('href')
    else dom.href = card.href
    dom.tabIndex = view.editable ? -1 : 0
    title.textContent = card.title || textsOf('story')('card.unsafe')
    host.textContent = card.host
    return true
  }
  draw(first)
  return {
    dom,
    update: (node) => node.type === first.type && draw(node),
    ignoreMutation: () => true,
  }
}
