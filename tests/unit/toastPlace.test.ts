import { describe, expect, it } from 'vitest'
import { type Box, toastPlaceBeside } from '#components/ui/toastPlace.ts'

const wide = { width: 1280, height: 800, toasts: { width: 320, height: 48 } }
const phone = { width: 390, height: 800, toasts: { width: 358, height: 48 } }

const box = (left: number, top: number, width: number, height: number): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
})

describe('[UX9] a toast covers nothing of what somebody works in', () => {
  it('stands at the lower right, on a phone above the bar, while that is free', () => {
    expect(toastPlaceBeside([], wide)).toBe('bottom-right')
    expect(toastPlaceBeside([box(300, 600, 600, 180)], wide)).toBe('bottom-right')
    expect(toastPlaceBeside([box(0, 100, 390, 200)], phone)).toBe('bottom')
  })

  it('makes way for a thread there, and for one that is open over the page', () => {
    const thread = box(940, 500, 320, 290)
    expect(toastPlaceBeside([thread], wide)).toBe('bottom-left')
    expect(toastPlaceBeside([thread, box(0, 700, 240, 100)], wide)).toBe('top-right')
    expect(toastPlaceBeside([box(0, 240, 390, 560)], phone)).toBe('top')
  })

  it('covers the least where no place is free', () => {
    expect(toastPlaceBeside([box(0, 40, 390, 760)], phone)).toBe('bottom')
    expect(toastPlaceBeside([box(0, 90, 390, 710)], phone)).toBe('top')
  })
})
