import { type Ahead, awaitLines, giveAwaited, isAwaited } from '#components/actions/index.ts'

/** Where in a text somebody pressed, in pixels from the text's corner. */
interface Spot {
  readonly x: number
  readonly y: number
}

/** What waits for the editor of a story: where its caret is to be, and what was typed for it. */
export interface EarlyPress {
  readonly spot: Spot
  readonly typed: Ahead | null
}

let pressed: { readonly story: string; readonly spot: Spot } | null = null

/** Somebody has pressed into a text whose editor is still being fetched: what is typed from now on is kept for it. */
export function pressEarly(story: string, spot: Spot): void {
  pressed = { story, spot }
  awaitLines()
}

/** The editor is there. Gives what waits for it, once; null when nothing does, or somebody has turned to something else. */
export function takeEarlyPress(story: string): EarlyPress | null {
  if (pressed?.story !== story || !isAwaited()) return null
  const { spot } = pressed
  pressed = null
  return { spot, typed: giveAwaited() }
}

/** The story is left: what is typed from now on is not meant for it. */
export function forgetEarlyPress(story: string): void {
  if (takeEarlyPress(story)) pressed = null
}
