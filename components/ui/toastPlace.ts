/** A corner or edge of the screen where toasts can stand, the usual one first. */
export type ToastPlace = 'bottom-right' | 'bottom-left' | 'top-right' | 'bottom' | 'top'

/** A part of the screen, as `getBoundingClientRect` gives it. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The room that toasts take, and the screen they stand on, in pixels. */
export interface ToastRoom {
  readonly width: number
  readonly height: number
  readonly toasts: { readonly width: number; readonly height: number }
}

/** From here on toasts stand in a corner; narrower screens have them over their whole width. */
export const WIDE = 640

/** How far toasts are from the edges: above the bottom bar of a phone, below the bar of every page. */
const MARGIN = 16
const BOTTOM_BAR = 80
const TOP_BAR = 64

/** Gives the first place in which toasts cover nothing of what somebody works in; where every one does, the one with least. */
export function toastPlaceBeside(work: readonly Box[], room: ToastRoom): ToastPlace {
  const places: readonly ToastPlace[] =
    room.width >= WIDE ? ['bottom-right', 'bottom-left', 'top-right'] : ['bottom', 'top']
  const [usual = 'bottom'] = places
  const covered = places.map((place) => {
    const toasts = boxOf(place, room)
    return work.reduce((sum, box) => sum + overlap(box, toasts), 0)
  })
  return places[covered.indexOf(Math.min(...covered))] ?? usual
}

function boxOf(place: ToastPlace, { width, height, toasts }: ToastRoom): Box {
  const isNarrow = width < WIDE
  const top = place.startsWith('top')
    ? TOP_BAR
    : height - toasts.height - (isNarrow ? BOTTOM_BAR : MARGIN)
  const left = place.endsWith('right') ? width - toasts.width - MARGIN : MARGIN
  return { left, top, right: left + toasts.width, bottom: top + toasts.height }
}

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return Math.max(0, width) * Math.max(0, height)
}
