import { inDigits } from '#components/language/pageLanguage.ts'
import type { DropPlace } from './dropPlace.ts'

/** The lifted card under the pointer and the line where it would go. Plain DOM: nothing renders while a pointer moves. */
export interface Preview {
  follow(x: number, y: number): void
  mark(drop: DropPlace | null, list: DOMRect | null): void
  /** Says at the lifted card why it may not go where it is; null says nothing. */
  explain(why: string | null): void
  /** Where the lifted card is on the screen now. */
  box(): DOMRect
  /** Takes it away; `backTo` lets it return to where it came from first. */
  remove(backTo?: DOMRect): void
}

/** What a sentence below the lifted card takes, in pixels; where there is less, it stands above. */
const WORDS_ROOM = 80

/**
 * Lifts a copy of `card`; `x` and `y` are where the pointer holds it, in viewport pixels. `count`: how many cards it
 * stands for.
 */
export function liftPreview(card: HTMLElement, x: number, y: number, count: number): Preview {
  const from = card.getBoundingClientRect()
  const lifted = card.cloneNode(true) as HTMLElement
  lifted.removeAttribute('data-card')
  lifted.setAttribute('aria-hidden', 'true')
  lifted.inert = true
  lifted.classList.add('pointer-events-none', 'shadow-lifted')
  // What a row of a table has from the table.
  const columns = getComputedStyle(card).getPropertyValue('--columns')
  if (columns !== '') lifted.style.setProperty('--columns', columns)
  // Styles, because the card's own classes would win over added ones.
  Object.assign(lifted.style, {
    position: 'fixed',
    zIndex: '60',
    left: `${from.left}px`,
    top: `${from.top}px`,
    width: `${from.width}px`,
    height: `${from.height}px`,
  })
  const line = document.createElement('div')
  line.className =
    'pointer-events-none fixed top-0 z-50 h-0.5 rounded-full bg-accent forced-color-adjust-none'
  // A place in pixels begins at the left in every language.
  line.style.left = '0'
  line.hidden = true
  const words = document.createElement('p')
  words.className =
    'absolute inset-x-0 rounded-card border border-danger/40 bg-surface px-3 py-2 text-interface text-text shadow-lifted'
  words.hidden = true
  lifted.append(words)
  if (count > 1) lifted.append(badge(count))
  document.body.append(line, lifted)
  document.documentElement.style.cursor = 'grabbing'

  // Of something wide the far end would be somewhere else.
  const tilt = Math.min(1, 300 / from.width)
  let transform = 'none'
  return {
    follow(toX, toY) {
      transform = `translate3d(${toX - x}px, ${toY - y}px, 0)`
      lifted.style.transform = `${transform} rotate(${tilt}deg)`
    },
    mark(drop, list) {
      line.hidden = !drop || !list
      if (!drop || !list) return
      const y = Math.min(Math.max(drop.lineY, list.top + 2), list.bottom - 2)
      line.style.transform = `translate3d(${list.left + 8}px, ${y - 1}px, 0)`
      line.style.width = `${list.width - 16}px`
    },
    explain(why) {
      words.hidden = why === null
      if (why === null) return
      if (words.textContent !== why) words.textContent = why
      const isLow = lifted.getBoundingClientRect().bottom + WORDS_ROOM > innerHeight
      words.style[isLow ? 'bottom' : 'top'] = 'calc(100% + 8px)'
      words.style[isLow ? 'top' : 'bottom'] = 'auto'
    },
    box: () => lifted.getBoundingClientRect(),
    remove(backTo) {
      line.remove()
      document.documentElement.style.cursor = ''
      if (!backTo || matchMedia('(prefers-reduced-motion: reduce)').matches) return lifted.remove()
      const home = `translate3d(${backTo.left - from.left}px, ${backTo.top - from.top}px, 0)`
      const way = [{ transform }, { transform: home }]
      const back = lifted.animate(way, { duration: 160, easing: 'cubic-bezier(.2,.8,.2,1)' })
      back.onfinish = back.oncancel = () => lifted.remove()
    },
  }
}

/** Says how many are carried. */
function badge(count: number): HTMLElement {
  const number = document.createElement('span')
  number.className =
    'absolute -top-2 -end-2 flex h-5 min-w-5 items-center justify-center rounded-full bg-accent px-1.5 text-meta font-semibold text-on-accent'
  number.textContent = inDigits(count)
  return number
}
