import { showToast } from './toasts.ts'

/** Copies a text and says so; where the browser refuses, says what to do instead. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    showToast({ title: 'Copied', id: 'copied' })
  } catch {
    showToast({
      title: 'The browser did not allow copying. Select the text and copy it yourself.',
      tone: 'danger',
    })
  }
}
