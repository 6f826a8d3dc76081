import { useEffect } from 'react'
import { useWorkspaceClient } from '#components/session/hooks.ts'

/** Nobody is at a page that nothing was done with for so long, ms. */
const IDLE_MS = 180_000
const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const

/** Tells the others when nobody is at this page any more, and when somebody is again. To be called in one place. */
export function useIdle(): void {
  const client = useWorkspaceClient()
  useEffect(() => {
    let touchedAt = Date.now()
    let timer = setTimeout(look, IDLE_MS)
    // One timer a stretch of work, not one a touch.
    function look() {
      const left = touchedAt + IDLE_MS - Date.now()
      if (left <= 0) client.setIdle(true)
      else timer = setTimeout(look, left)
    }
    function touched() {
      const wasIdle = Date.now() - touchedAt >= IDLE_MS
      touchedAt = Date.now()
      if (!wasIdle) return
      client.setIdle(false)
      clearTimeout(timer)
      timer = setTimeout(look, IDLE_MS)
    }
    for (const touch of TOUCHES) addEventListener(touch, touched, { passive: true, capture: true })
    return () => {
      clearTimeout(timer)
      for (const touch of TOUCHES) removeEventListener(touch, touched, { capture: true })
    }
  }, [client])
}
