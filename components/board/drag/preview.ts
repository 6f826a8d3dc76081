import type { DropPlace } from './dropPlace.ts'

/** The lifted card under the pointer and the 2 px line where it would go. Plain DOM: no render while a pointer moves. */
export interface Preview {
  follow(x: number, y: number): void
  mark(line: DropPlace | null, list: DOMRect | null): void
  /** Where the lifted card is on the screen now. */
  box(): DOMRect
  /** Takes it away; `backTo` lets it return to where it came from first. */
  remove(backTo?: DOMRect): void
}

/** Lifts a copy of `card`; `x` and `y` are where the pointer holds it, in viewport pixels. */
export function liftPreview(card: HTMLElement, x: number, y: number): Preview {
  const from = card.getBoundingClientRect()
  const lifted = card.cloneNode(true) as HTMLElement
  lifted.removeAttribute('data-card')
  lifted.setAttribute('aria-hidden', 'true')
  lifted.setAttribute('data-lifted', '')
  lifted.inert = true
  Object.assign(lifted.style, {
    position: 'fixed',
    left: `${from.left}px`,
    top: `${from.top}px`,
    width: `${from.width}px`,
    height: `${from.height}px`,
    margin: '0',
    zIndex: '60',
    pointerEvents: 'none',
    willChange: 'transform',
  })
  const line = document.createElement('div')
  line.setAttribute('aria-hidden', 'true')
  line.setAttribute('data-drop-line', '')
  line.hidden = true
  document.body.append(line, lifted)

  let at = { x: 0, y: 0 }
  const transform = () => `translate3d(${at.x}px, ${at.y}px, 0) rotate(1.2deg)`
  return {
    follow(toX, toY) {
      at = { x: toX - x, y: toY - y }
      lifted.style.transform = transform()
    },
    mark(place, list) {
      line.hidden = !place || !list
      if (!place || !list) return
      const y = Math.min(Math.max(place.lineY, list.top + 2), list.bottom - 2)
      line.style.transform = `translate3d(${list.left}px, ${y - 1}px, 0)`
      line.style.width = `${list.width}px`
    },
    box: () => lifted.getBoundingClientRect(),
    remove(backTo) {
      line.remove()
      if (!backTo || matchMedia('(prefers-reduced-motion: reduce)').matches) return lifted.remove()
      const home = `translate3d(${backTo.left - from.left}px, ${backTo.top - from.top}px, 0)`
      const back = lifted.animate([{ transform: transform() }, { transform: home }], {
        duration: 160,
        easing: 'cubic-bezier(.2,.8,.2,1)',
        fill: 'forwards',
      })
      back.onfinish = back.oncancel = () => lifted.remove()
    },
  }
}
