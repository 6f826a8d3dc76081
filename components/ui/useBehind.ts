import { useEffect, useState } from 'react'

/** After code could not be fetched it is asked for again, ms. */
const AGAIN_MS = 5_000

/**
 * Gives code that comes behind the first picture: null until it is there; it is asked for until it is. `load` stays the
 * same function.
 */
export function useBehind<Module extends object>(load: () => Promise<Module>): Module | null {
  const [module, setModule] = useState<Module | null>(null)
  useEffect(() => {
    let isGone = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = () =>
      void load().then(
        (loaded) => {
          if (!isGone) setModule(loaded)
        },
        () => {
          if (!isGone) timer = setTimeout(ask, AGAIN_MS)
        },
      )
    ask()
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [load])
  return module
}
