import { useState } from 'react'

/** Something that was done once on this device, by its name in the browser's store, and how to remember that it was. */
export function useKeptFlag(name: string): { readonly isSet: boolean; readonly set: () => void } {
  const [isSet, setIsSet] = useState(() => read(name))
  const set = () => {
    setIsSet(true)
    try {
      localStorage.setItem(name, 'yes')
    } catch {
      // A private window may refuse: it holds for this page.
    }
  }
  return { isSet, set }
}

function read(name: string): boolean {
  try {
    return localStorage.getItem(name) !== null
  } catch {
    return false
  }
}
