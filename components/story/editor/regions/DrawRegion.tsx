import { type PointerEvent, useEffect, useId, useRef } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import type { Region } from '#lib/domain/talk/thread.ts'
import { type Point, regionBetween, regionByKey, regionInWords, regionStyle } from './region.ts'

/**
 * Lies over a picture on which a part is chosen: dragged over, or moved and sized by arrows. `onChosen` is called when it was
 * dragged, or Enter pressed; the part can be changed as long as this is there.
 */
export function DrawRegion({
  region,
  onChange,
  onChosen,
}: {
  readonly region: Region
  readonly onChange: (region: Region) => void
  readonly onChosen: (region: Region) => void
}) {
  const t = textsOf('story')
  const frame = useRef<HTMLButtonElement>(null)
  const help = useId()
  const from = useRef<Point | null>(null)
  useEffect(() => frame.current?.focus({ preventScroll: true }), [])
  const drawn = (event: PointerEvent<HTMLDivElement>): Region | null => {
    if (!from.current) return null
    return regionBetween(from.current, placeOf(event))
  }
  return (
    <div
      className="story-drawing"
      onPointerDown={(event) => {
        event.stopPropagation()
        // A second finger draws nothing.
        if (event.button !== 0 || !event.isPrimary) return
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        from.current = placeOf(event)
      }}
      onPointerMove={(event) => {
        const next = drawn(event)
        if (next) onChange(next)
      }}
      onPointerUp={(event) => {
        const next = drawn(event)
        from.current = null
        if (next) onChosen(next)
      }}
      onPointerCancel={() => {
        from.current = null
      }}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <button
        ref={frame}
        type="button"
        className="story-region is-drawn"
        style={regionStyle(region)}
        aria-label={t('files.partYouMean')}
        aria-describedby={help}
        onKeyDown={(event) => {
          const next = regionByKey(region, event.key, event.shiftKey)
          if (!next) return
          event.preventDefault()
          event.stopPropagation()
          onChange(next)
        }}
        onClick={(event) => {
          // A pointer has drawn; what comes without one is a key, or assistive technology.
          if (event.detail === 0) onChosen(region)
        }}
      />
      <p id={help} hidden>
        {t('files.partKeys')}
      </p>
      <output aria-live="polite" className="sr-only">
        {regionInWords(region)}
      </output>
    </div>
  )
}

function placeOf({ currentTarget, clientX, clientY }: PointerEvent<HTMLDivElement>): Point {
  const { left, top, width, height } = currentTarget.getBoundingClientRect()
  return { x: (clientX - left) / width, y: (clientY - top) / height }
}
