'use client'

import { useEffect, useState } from 'react'

/** Counts how often the person has come back to this tab: what was removed for good meanwhile is told by no list. */
export function useReturns(): number {
  const [returns, setReturns] = useState(0)
  useEffect(() => {
    const look = () => document.visibilityState === 'visible' && setReturns((count) => count + 1)
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [])
  return returns
}
