import { Component } from 'react'
import { glide } from './glide.ts'

/** Where the cards on the screen were, by story. */
type Boxes = Map<string, { readonly list: Element | null; readonly box: DOMRect }>

/** Where a dragged card was let go, in viewport pixels: it settles from there. */
export interface LetGo {
  readonly story: string
  readonly box: DOMRect
}

interface Props {
  readonly board: { readonly current: HTMLElement | null }
  /** Whatever has a new identity when cards may have moved. */
  readonly stamp: unknown
  readonly dropped: { current: LetGo | null }
}

/**
 * Lets cards that changed their place glide there (UX14), and keeps what is on the screen where it is when something
 * changes above it. A class, because only `getSnapshotBeforeUpdate` sees the screen before the change.
 */
export class Flip extends Component<Props> {
  override getSnapshotBeforeUpdate(previous: Props): Boxes | null {
    const { board, stamp } = this.props
    return stamp === previous.stamp || !board.current ? null : measure(board.current)
  }

  override componentDidUpdate(_previous: Props, _state: unknown, before: Boxes | null): void {
    const board = this.props.board.current
    if (!before || !board) return
    holdStill(board, before)
    if (!matchMedia('(prefers-reduced-motion: reduce)').matches) this.glide(board, before)
  }

  override render(): null {
    return null
  }

  private glide(board: HTMLElement, before: Boxes): void {
    const { dropped } = this.props
    for (const card of cardsIn(board)) {
      const story = card.dataset.card ?? ''
      const was = before.get(story)
      const box = card.getBoundingClientRect()
      if (dropped.current?.story === story) {
        const from = dropped.current.box
        glide(card, { x: from.left - box.left, y: from.top - box.top })
      } else if (!was) {
        glide(card, 'new')
      } else if (was.list !== listOf(card)) {
        glide(card, { x: Math.sign(was.box.left - box.left) * 24, y: 0 })
      } else if (was.box.top !== box.top) {
        glide(card, { x: 0, y: was.box.top - box.top })
      }
    }
    dropped.current = null
  }
}

/** Scrolls each list so that as many of its cards as possible stay where the person sees them. */
function holdStill(board: HTMLElement, before: Boxes): void {
  for (const list of board.querySelectorAll<HTMLElement>('[data-list]')) {
    if (list.scrollTop === 0) continue
    const { top, bottom } = list.getBoundingClientRect()
    let least: number | null = null
    for (const card of cardsIn(list)) {
      const was = before.get(card.dataset.card ?? '')
      if (!was || was.list !== list || was.box.bottom < top || was.box.top > bottom) continue
      const shift = card.getBoundingClientRect().top - was.box.top
      if (least === null || Math.abs(shift) < Math.abs(least)) least = shift
    }
    if (least !== null && Math.abs(least) > 0.5) list.scrollTop += least
  }
}

function measure(board: HTMLElement): Boxes {
  const boxes: Boxes = new Map()
  for (const card of cardsIn(board)) {
    boxes.set(card.dataset.card ?? '', { list: listOf(card), box: card.getBoundingClientRect() })
  }
  return boxes
}

function cardsIn(element: HTMLElement): NodeListOf<HTMLElement> {
  return element.querySelectorAll<HTMLElement>('[data-card]')
}

function listOf(card: HTMLElement): Element | null {
  return card.closest('[data-list]')
}
