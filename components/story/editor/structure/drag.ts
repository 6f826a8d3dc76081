import type { EditorView } from '@tiptap/pm/view'
import type { Found } from '../around.ts'
import { type Beside, besideAt } from '../files/besides.ts'
import { putBeside } from '../files/rows.ts'
import { moveBlock } from '../move.ts'
import { scrollerOf } from '../useBeside.ts'
import { type Gap, nearestGap } from './gaps.ts'
import { gapsFor } from './gapsFor.ts'
import { blockMarks, mark } from './marks.ts'
import type { Finder } from './movable.ts'

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
 * Follows a pointer that was pressed on a block's handle. Once it moves, the block is lifted and goes where it is let go, a
 * criterion or a question among its own kind, a picture also beside another one; Escape leaves it where it is. Whatever others write meanwhile, `find` finds it.
 * `lifted` is called when the press has become a drag.
 */
export function dragBlock(view: EditorView, find: Finder, press: Press, lifted: () => void): void {
  const line = document.createElement('div')
  line.className = 'story-dropline'
  let at = { x: press.clientX, y: press.clientY }
  let isLifted = false
  let frame = 0

  const aim = (): Aim | null => {
    const found = find()
    const meant = found && aimAt(view, found, at)
    line.hidden = meant === null
    if (meant) show(line, meant)
    return meant
  }
  const eachFrame = () => {
    scrollAtEdge(view, at.y)
    aim()
    showLifted(view, find()?.pos ?? null)
    frame = requestAnimationFrame(eachFrame)
  }
  const follow = (event: PointerEvent) => {
    if (event.pointerId !== press.pointerId) return
    at = { x: event.clientX, y: event.clientY }
    if (isLifted || Math.hypot(at.x - press.clientX, at.y - press.clientY) < SLOP) return
    isLifted = true
    lifted()
    document.body.append(line)
    eachFrame()
  }
  const end = (isDropped: boolean) => {
    for (const stop of stops) stop()
    cancelAnimationFrame(frame)
    const meant = isLifted && isDropped ? aim() : null
    line.remove()
    if (view.isDestroyed || !isLifted) return
    showLifted(view, null)
    const found = find()
    if (meant && found) drop(view, found.pos, meant)
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

/** Where a block would go: into a gap between others, or, a picture, beside another one. */
type Aim = Gap | Beside

function aimAt(view: EditorView, found: Found, at: { x: number; y: number }): Aim | null {
  const beside = found.node.type.name === 'image' ? besideAt(view, found, at) : null
  return beside ?? nearestGap(gapsFor(view, found), at)
}

function drop(view: EditorView, pos: number, aim: Aim): void {
  if ('side' in aim) putBeside(view, pos, aim.target, aim.side)
  else moveBlock(view, pos, aim.to)
}

function show({ style }: HTMLElement, aim: Aim): void {
  const [left, top, width, height] =
    'side' in aim
      ? [aim.x - (aim.side === 'left' ? 5 : -3), aim.top, 2, aim.bottom - aim.top]
      : [aim.left, aim.y - 1, aim.right - aim.left, 2]
  style.setProperty('left', `${left}px`)
  style.setProperty('top', `${top}px`)
  style.setProperty('width', `${width}px`)
  style.setProperty('height', `${height}px`)
}

function showLifted(view: EditorView, pos: number | null): void {
  if (!view.isDestroyed && blockMarks.getState(view.state)?.lifted !== pos)
    mark(view, { lifted: pos })
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
