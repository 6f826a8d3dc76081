import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Uploads, UploadState } from '#lib/client/uploads/uploads.ts'

/** A file that is not there is looked for again after this time, in ms, and then after twice as long each time. */
const FIRST_WAIT_MS = 3_000
const LONGEST_WAIT_MS = 60_000

/** Gives how far a file of this device has got; null for one that is not on its way from here. */
export function useUpload(uploads: Uploads, file: string | null): UploadState | null {
  const read = () => (file === null ? null : (uploads.states.get().get(file) ?? null))
  return useSyncExternalStore(uploads.states.subscribe, read)
}

/**
 * Counts the tries to get a file that was not there: somebody else may be sending it just now. `missed` says that the last
 * one failed; a new try comes after a while, and at once when the network is back or the page is looked at again.
 */
export function useTries(): {
  tries: number
  isMissing: boolean
  missed: () => void
  found: () => void
} {
  const [tries, setTries] = useState(0)
  const [isMissing, setMissing] = useState(false)
  useEffect(() => {
    if (!isMissing) return
    const again = () => setTries((count) => count + 1)
    const timer = setTimeout(again, Math.min(FIRST_WAIT_MS * 2 ** tries, LONGEST_WAIT_MS))
    window.addEventListener('online', again)
    window.addEventListener('focus', again)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('online', again)
      window.removeEventListener('focus', again)
    }
  }, [isMissing, tries])
  return {
    tries,
    isMissing,
    missed: () => setMissing(true),
    found: () => setMissing(false),
  }
}
