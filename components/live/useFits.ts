'use client'

import { type RefObject, useLayoutEffect, useState } from 'react'

/** Gives how many of the equally wide children of a row fit into it, side by side; at least one. */
export function useFits(row: RefObject<HTMLElement | null>, count: number): number {
  const [fits, setFits] = useState(count)
  useLayoutEffect(() => {
    const element = row.current
    if (!element) return
    const measure = () => {
      const first = element.firstElementChild
      if (!first) return
      const gap = Number.parseFloat(getComputedStyle(element).columnGap) || 0
      const each = first.getBoundingClientRect().width + gap
      setFits(Math.max(1, Math.floor((element.clientWidth + gap) / each)))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [row, count])
  return fits
}
