import { Toast } from '@base-ui/react/toast'

/** Milliseconds a toast stays; it pauses under the pointer or focus (UX9). */
export const TOAST_MS = 8_000

export interface NewToast {
  /** A sentence. */
  readonly title: string
  readonly detail?: string
  readonly tone?: 'neutral' | 'danger'
  readonly action?: { readonly label: string; readonly run: () => void }
  /** Shows at most one of this kind: a newer one replaces it. */
  readonly id?: string
}

export interface ToastContent {
  readonly tone: 'neutral' | 'danger'
}

/** The toasts on show; `ToastRegion` renders them. */
export const toastManager = Toast.createToastManager<ToastContent>()

/** Shows a sentence at the edge of the screen, politely announced. Gives its id. */
export function showToast({ title, detail, tone = 'neutral', action, id }: NewToast): string {
  const shown: string = toastManager.add({
    id,
    title,
    description: detail,
    type: tone,
    timeout: TOAST_MS,
    priority: 'low',
    data: { tone },
    actionProps: action && {
      children: action.label,
      onClick: () => {
        toastManager.close(shown)
        action.run()
      },
    },
  })
  return shown
}
