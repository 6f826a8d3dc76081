import { useEffect } from 'react'
import { useReadable } from '#components/session/hooks.ts'
import { isComposing } from '#components/ui/composing.ts'
import { focusMode } from './focusMode.ts'

/** What takes Escape for itself while it is open. */
const OPEN = '[role="menu"], [role="dialog"], [role="listbox"], .story-find'

/**
 * Hides everything but the story's text for as long as its page is open and the person wants it so (app/globals.css). Escape
 * leaves, from wherever the focus is, unless something is open that it closes.
 */
export function useFocusMode(): boolean {
  const isOn = useReadable(focusMode)
  useEffect(() => {
    if (!isOn) return
    document.documentElement.dataset.focusMode = ''
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || isComposing(event) || document.querySelector(OPEN)) return
      event.preventDefault()
      event.stopPropagation()
      focusMode.set(false)
    }
    window.addEventListener('keydown', leave, true)
    return () => {
      delete document.documentElement.dataset.focusMode
      window.removeEventListener('keydown', leave, true)
    }
  }, [isOn])
  return isOn
}
