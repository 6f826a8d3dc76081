import { describe, expect, it, vi } from 'vitest'
import { createRegistry, type Offer } from '#components/actions/registry.ts'

const offer: Offer = { actions: [], target: undefined, about: null, layer: 'page' }

describe('what is on offer', () => {
  it('whoever lists it is told when more of it comes, until they no longer listen', () => {
    const registry = createRegistry()
    const told = vi.fn<() => void>()
    const end = registry.onMore(told)
    const takeDown = registry.add(offer)
    expect(told).toHaveBeenCalledTimes(1)
    registry.awoke()
    expect(told).toHaveBeenCalledTimes(2)
    takeDown()
    expect(told).toHaveBeenCalledTimes(2)
    end()
    registry.add(offer)
    expect(told).toHaveBeenCalledTimes(2)
  })
})
