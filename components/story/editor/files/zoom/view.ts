/** How a picture is seen: `scale` pixels of the screen for one of its own, its middle `x`, `y` pixels from the stage's. */
export interface View {
  readonly scale: number
  readonly x: number
  readonly y: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

/** A place on the stage, in pixels from its middle. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** What a picture is seen on, and the picture in its own pixels. */
export interface Stage {
  readonly room: Size
  readonly picture: Size
}

/** One press of a key or a button. */
export const STEP = 1.5
const MOST = 8
const MIDDLE: Point = { x: 0, y: 0 }

/** Gives the view of the whole picture, not larger than it is. */
export function whole({ room, picture }: Stage): View {
  return {
    scale: Math.min(1, room.width / picture.width, room.height / picture.height),
    ...MIDDLE,
  }
}

export function isWhole({ scale }: View, stage: Stage): boolean {
  return scale <= whole(stage).scale
}

/** Zooms by a factor; what is at a place stays there. From the whole picture to eight times its own size. */
export function zoomed(view: View, factor: number, stage: Stage, at: Point = MIDDLE): View {
  const scale = Math.min(Math.max(view.scale * factor, whole(stage).scale), MOST)
  const by = scale / view.scale
  const x = at.x + (view.x - at.x) * by
  const y = at.y + (view.y - at.y) * by
  return within({ scale, x, y }, stage)
}

/** Zooms to the picture's own size, 100 %. */
export function actualSize(view: View, stage: Stage, at?: Point): View {
  return zoomed(view, 1 / view.scale, stage, at)
}

/** What a double click or tap does: from the whole picture to 100 %, or twice that where the whole is as much; else back. */
export function doubled(view: View, stage: Stage, at: Point): View {
  if (!isWhole(view, stage)) return whole(stage)
  return view.scale < 1 ? actualSize(view, stage, at) : zoomed(view, 2, stage, at)
}

/** Moves a picture that is larger than the stage, up to its edges. */
export function moved(view: View, by: Point, stage: Stage): View {
  return within({ ...view, x: view.x + by.x, y: view.y + by.y }, stage)
}

/** Two fingers go from two places to two others: the picture goes along with both. */
export function pinched(
  view: View,
  before: readonly [Point, Point],
  after: readonly [Point, Point],
  stage: Stage,
): View {
  const apart = distance(before)
  const [from, to] = [between(before), between(after)]
  const shifted = { ...view, x: view.x + to.x - from.x, y: view.y + to.y - from.y }
  return zoomed(shifted, apart > 0 ? distance(after) / apart : 1, stage, to)
}

/**
 * Gives the factor of a turn of the wheel. With Ctrl it is two fingers on a trackpad as well, which give small numbers and
 * expect the picture to follow them; a wheel gives about 100 a notch, or 3 lines.
 */
export function wheelFactor({
  deltaY,
  deltaMode,
  ctrlKey,
}: Pick<WheelEvent, 'deltaY' | 'deltaMode' | 'ctrlKey'>): number {
  const pixels = Math.min(Math.max(deltaY * (deltaMode === 0 ? 1 : 33), -NOTCH), NOTCH)
  return Math.exp(-pixels * (ctrlKey && Math.abs(pixels) < NOTCH / 2 ? 0.01 : 0.0015))
}

const NOTCH = 100

/** Gives the view with no edge of the picture further in than it has to be; what fits is in the middle. */
export function within({ scale, x, y }: View, { room, picture }: Stage): View {
  const slackX = Math.max(0, (picture.width * scale - room.width) / 2)
  const slackY = Math.max(0, (picture.height * scale - room.height) / 2)
  return {
    scale,
    x: Math.min(Math.max(x, -slackX), slackX),
    y: Math.min(Math.max(y, -slackY), slackY),
  }
}

function distance([a, b]: readonly [Point, Point]): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}

function between([a, b]: readonly [Point, Point]): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
}
