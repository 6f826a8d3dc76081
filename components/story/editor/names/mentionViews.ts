import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection, Plugin } from '@tiptap/pm/state'
import type { EditorView, NodeViewConstructor } from '@tiptap/pm/view'
import type { AreaView, Readable } from '#lib/client/client.ts'
import { readMention } from '#lib/doc/mentions.ts'
import { criteriaIn } from './criteriaIn.ts'
import { type Named, nameOf, type NumberedCriterion } from './named.ts'

export interface MentionOptions {
  readonly area: Readable<AreaView>
  readonly storyId: string
  /** A story is named that is not here: it may be among the closed ones that were filed. */
  readonly lacks: () => void
  /** Goes to what a mention leads to. */
  readonly goTo: (named: Named) => void
  /** Gives the whole address of it, or null when it leads nowhere. */
  readonly hrefOf: (named: Named) => string | null
}

/**
 * Mentions as they are called now: names, titles and stages come from this device's lists, so what somebody may not know
 * is not there to be shown. One watcher for all of them: a text may have thousands.
 */
export const MentionViews = Extension.create<{ parts: MentionOptions | null }>({
  name: 'mentionViews',
  addOptions: () => ({ parts: null }),
  addProseMirrorPlugins() {
    const { parts } = this.options
    if (!parts) return []
    const shown = new Set<() => void>()
    const numbers = createNumbers()
    return [
      new Plugin({
        props: { nodeViews: { mention: mentionView(parts, shown, numbers) } },
        view(view) {
          const redraw = () => {
            for (const draw of shown) draw()
          }
          const stop = parts.area.subscribe(redraw)
          let frame = 0
          return {
            update(now, before) {
              if (shown.size === 0 || now.state.doc === before.doc || frame !== 0) return
              // The numbers of criteria follow the text, once a frame.
              frame = requestAnimationFrame(() => {
                frame = 0
                if (!view.isDestroyed) redraw()
              })
            },
            destroy() {
              cancelAnimationFrame(frame)
              stop()
            },
          }
        },
      }),
    ]
  },
})

function mentionView(
  { area, storyId, lacks, goTo }: MentionOptions,
  shown: Set<() => void>,
  numbers: Numbers,
): NodeViewConstructor {
  return (first, view, getPos) => {
    let node = first
    const dom = document.createElement('span')
    dom.contentEditable = 'false'
    const name = () => nameOf(readMention(node.attrs), area.get(), numbers(view), storyId)
    let last = ''
    const draw = () => {
      const named = name()
      if (!named.isKnown && namesAnother(node, storyId)) lacks()
      const said = JSON.stringify([named, node.attrs.kind, view.editable])
      if (said === last) return
      last = said
      drawMention(dom, named, node, view)
    }
    draw()
    shown.add(draw)
    dom.addEventListener('click', (event) => {
      const pos = getPos()
      if (!view.editable || event.metaKey || event.ctrlKey) {
        goTo(name())
        return
      }
      if (pos === undefined) return
      view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, pos)))
      view.focus()
    })
    dom.addEventListener('keydown', (event) => {
      if (view.editable || (event.key !== 'Enter' && event.key !== ' ')) return
      event.preventDefault()
      goTo(name())
    })
    return {
      dom,
      update(next) {
        if (next.type !== first.type) return false
        node = next
        draw()
        return true
      },
      ignoreMutation: () => true,
      destroy: () => shown.delete(draw),
    }
  }
}

/** True for a mention of another story, or of something in it. */
function namesAnother({ attrs }: Node, storyId: string): boolean {
  const mention = readMention(attrs)
  if (mention.kind === 'story') return true
  return mention.kind === 'criterion' && (mention.story ?? storyId) !== storyId
}

function drawMention(dom: HTMLElement, named: Named, { attrs }: Node, view: EditorView): void {
  dom.className = named.isKnown ? 'story-mention' : 'story-mention is-unknown'
  dom.dataset.mention = String(attrs.kind)
  if (named.stage === null) delete dom.dataset.stage
  else dom.dataset.stage = named.stage
  dom.title = named.detail
  const leads = !view.editable && named.to !== null
  dom.tabIndex = leads ? 0 : -1
  if (leads) dom.setAttribute('role', 'link')
  else dom.removeAttribute('role')
  const isStory = named.stage !== null
  const detail = document.createElement('span')
  detail.className = 'story-mention-detail'
  detail.textContent = named.detail
  dom.replaceChildren(named.words, ...(isStory ? [' ', detail] : []))
}

type Numbers = (view: EditorView) => (id: string) => NumberedCriterion | null

/** The criteria of a text, read once for each state of it. */
function createNumbers(): Numbers {
  let readOf: Node | null = null
  let criteria: ReadonlyMap<string, NumberedCriterion> = new Map()
  return (view) => (id) => {
    if (readOf !== view.state.doc) {
      readOf = view.state.doc
      criteria = criteriaIn(readOf)
    }
    return criteria.get(id) ?? null
  }
}
