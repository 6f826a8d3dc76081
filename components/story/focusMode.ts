import { createStore } from './editor/store.ts'

const KEY = 'sluice:focus-mode'

/** True while a story's page shows its text and nothing else. Kept on this device. */
export const focusMode = kept()

function kept() {
  const store = createStore(read())
  store.subscribe(() => {
    try {
      if (store.get()) localStorage.setItem(KEY, 'on')
      else localStorage.removeItem(KEY)
    } catch {
      // A private window may refuse: it holds for this page.
    }
  })
  return store
}

function read(): boolean {
  try {
    return globalThis.localStorage?.getItem(KEY) === 'on'
  } catch {
    return false
  }
}
