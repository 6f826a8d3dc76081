import { type PointerEvent, type ReactNode, useState } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { pressEarly } from './earlyPress.ts'

/** A text that can be read while its editor is still being fetched: a press into it, and what is typed behind it, are kept for the editor. */
export function EarlyText({
  storyId,
  children,
}: {
  readonly storyId: string
  readonly children: ReactNode
}) {
  const t = textsOf('story')
  const [caret, setCaret] = useState<{ readonly left: number; readonly top: number } | null>(null)
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (!event.isPrimary || event.button !== 0) return
    const { left, top } = event.currentTarget.getBoundingClientRect()
    const spot = { x: event.clientX - left, y: event.clientY - top }
    pressEarly(storyId, spot)
    setCaret({ left: spot.x, top: spot.y - 10 })
  }
  return (
    <div className="relative cursor-text" onPointerDown={onPointerDown}>
      {children}
      {caret ? (
        <>
          <span
            aria-hidden
            className="absolute h-5 w-px animate-pulse bg-text motion-reduce:animate-none"
            style={caret}
          />
          <span role="status" className="sr-only">
            {t('early.opening')}
          </span>
        </>
      ) : null}
    </div>
  )
}
