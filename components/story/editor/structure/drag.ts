import type { EditorView } from '@tiptap/pm/view'
import { blockWithId } from '../around.ts'
import { moveBlock } from '../move.ts'
import { scrollerOf } from '../useBeside.ts'
import { type Gap, nearestGap } from './gaps.ts'
import { mark } from './marks.ts'

/** Pixels from which a press is a drag; how near the edge it scrolls, and how far in a frame. */
const SLOP = 4
const EDGE = 48
const STEP = 10

interface Press {
  readonly pointerId: number
  readonly clientX: number
  readonly clientY: number
}

/**
 * Follows a pointer that was pressed on a block's handle. Once it moves, the block is lifted and goes where it is let go,
 * among its own kind; Escape leaves it where it is. Whatever others write meanwhile, it is found by its id. `lifted` is
 * called when the press has become a drag.
 */
export function dragBlock(view: EditorView, id: string, press: Press, lifted: () => void): void {
  const line = document.createElement('div')
  line.className = 'story-dropline'
  let at = { x: press.clientX, y: press.clientY }
  let isLifted = false
  let frame = 0

  const aim = (): Gap | null => {
    const gap = nearestGap(gapsFor(view, id), at)
    line.hidden = gap === null
    if (gap) {
      line.style.setProperty('left', `${gap.left}px`)
      line.style.setProperty('top', `${gap.y - 1}px`)
      line.style.setProperty('width', `${gap.right - gap.left}px`)
    }
    return gap
  }
  const eachFrame = () => {
    scrollAtEdge(view, at.y)
    aim()
    frame = requestAnimationFrame(eachFrame)
  }
  const follow = (event: PointerEvent) => {
    if (event.pointerId !== press.pointerId) return
    at = { x: event.clientX, y: event.clientY }
    if (isLifted || Math.hypot(at.x - press.clientX, at.y - press.clientY) < SLOP) return
    isLifted = true
    lifted()
    document.body.append(line)
    mark(view, { lifted: id })
    eachFrame()
  }
  const end = (isDropped: boolean) => {
    for (const stop of stops) stop()
    cancelAnimationFrame(frame)
    const gap = isLifted && isDropped ? aim() : null
    line.remove()
    if (view.isDestroyed || !isLifted) return
    mark(view, { lifted: null })
    const found = blockWithId(view.state.doc, id)
    if (gap && found) moveBlock(view, found.pos, gap.to)
  }
  const stops = [
    listen('pointermove', follow),
    listen('pointerup', (event) => event.pointerId === press.pointerId && end(true)),
    listen('pointercancel', () => end(false)),
    listen('keydown', (event) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      end(false)
    }),
  ]
}

/** The places where a block could go: between those of its kind, but not into itself. */
function gapsFor(view: EditorView, id: string): Gap[] {
  const block = view.isDestroyed ? null : blockWithId(view.state.doc, id)
  if (!block) return []
  const gaps: Gap[] = []
  view.state.doc.descendants((node, pos) => {
    if (pos === block.pos) return false
    if (node.type !== block.node.type) return !node.isTextblock
    const drawn = view.nodeDOM(pos)
    if (!(drawn instanceof HTMLElement)) return false
    const { left, right, top, bottom } = drawn.getBoundingClientRect()
    const end = pos + node.nodeSize
    if (pos !== block.end) gaps.push({ to: pos, y: top, left, right })
    const isLast = view.state.doc.resolve(end).nodeAfter === null
    if (isLast && end !== block.pos) gaps.push({ to: end, y: bottom, left, right })
    return true
  })
  return gaps
}

function scrollAtEdge(view: EditorView, y: number): void {
  const scroller = scrollerOf(view.dom)
  const { top, bottom } = scroller?.getBoundingClientRect() ?? { top: 0, bottom: innerHeight }
  const by = y < top + EDGE ? -STEP : y > bottom - EDGE ? STEP : 0
  if (by !== 0) (scroller ?? window).scrollBy(0, by)
}

function listen<K extends keyof WindowEventMap>(
  name: K,
  heard: (event: WindowEventMap[K]) => void,
): () => void {
  window.addEventListener(name, heard, true)
  return () => window.removeEventListener(name, heard, true)
}
