import { afterEach, describe, expect, it, vi } from 'vitest'
import { keepDraft, readDraft, recentReasons, rememberReason } from '#components/session/drafts.ts'

describe('[UX11] drafts and recent reasons', () => {
  afterEach(() => vi.unstubAllGlobals())

  function storage() {
    const kept = new Map<string, string>()
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    })
    return kept
  }

  it('[UX11] a draft stays until it is emptied', () => {
    const kept = storage()
    keepDraft('capture', 'half an id')
    expect(readDraft('capture')).toBe('half an id')
    keepDraft('capture', '')
    expect(readDraft('capture')).toBe('')
    expect(kept.size).toBe(0)
  })

  it('[UX10] the last reasons, newest first, each once', () => {
    storage()
    for (const reason of ['a', 'b', 'c', ' a ', 'd', 'e', '  ']) rememberReason('bounce', reason)
    expect(recentReasons('bounce')).toEqual(['e', 'd', 'a', 'c'])
    expect(recentReasons('dismiss')).toEqual([])
  })

  it('[UX11] a browser that stores nothing, or stored nonsense, stops nobody', () => {
    vi.stubGlobal('localStorage', {
      getItem: () => '{broken',
      setItem: () => {
        throw new Error('full')
      },
    })
    expect(() => rememberReason('bounce', 'x')).not.toThrow()
    expect(() => keepDraft('capture', 'x')).not.toThrow()
    expect(recentReasons('bounce')).toEqual([])
  })
})
