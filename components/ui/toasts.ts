/** Milliseconds a toast stays; it pauses under the pointer or focus (UX9). */
export const TOAST_MS = 8_000

export interface NewToast {
  /** A sentence. */
  readonly title: string
  readonly detail?: string
  readonly tone?: 'neutral' | 'danger'
  readonly action?: ToastAction
  /** A second thing to do, before the action. */
  readonly more?: ToastAction
  /** Shows at most one of this kind: a newer one replaces it. */
  readonly id?: string
}

export interface ToastAction {
  readonly label: string
  readonly run: () => void
}

type Show = (toast: NewToast) => void
let region: Show | null = null
let waiting: NewToast[] = []

/** Shows a sentence at the edge of the screen, politely announced. What is said before the region is there waits for it. */
export function showToast(toast: NewToast): void {
  if (region) region(toast)
  else waiting.push(toast)
}

/** Gives toasts a place to appear, from those that wait on; call the result when it goes. */
export function attachToasts(show: Show): () => void {
  region = show
  for (const toast of waiting) show(toast)
  waiting = []
  return () => {
    if (region === show) region = null
  }
}
