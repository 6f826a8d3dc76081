import { textsOf } from '#components/language/loaded.ts'
import { showToast } from './toasts.ts'

/** Copies a text and says so; where the browser refuses, says what to do instead. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    showToast({ title: textsOf('ui')('copied'), id: 'copied' })
  } catch {
    showToast({
      title: textsOf('ui')('notCopied'),
      tone: 'danger',
    })
  }
}
