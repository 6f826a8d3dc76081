/** What the person chose; `system` follows the device. Kept on this device. */
export type ThemeChoice = 'light' | 'dark' | 'system'

const KEY = 'sluice:theme'
const listeners = new Set<() => void>()

/** Gives the choice kept on this device; `system` when there is none or the store cannot be read. */
export function themeChoice(): ThemeChoice {
  try {
    const kept = localStorage.getItem(KEY)
    return kept === 'light' || kept === 'dark' ? kept : 'system'
  } catch {
    return 'system'
  }
}

/** Shows and keeps a choice. Where the store cannot be written it holds for this page. */
export function chooseTheme(choice: ThemeChoice): void {
  try {
    localStorage.setItem(KEY, choice)
  } catch {
    // A private window may refuse; the page is shown as chosen all the same.
  }
  show(choice)
  for (const listener of listeners) listener()
}

/** Tells when another choice was made, here or in another tab. */
export function subscribeTheme(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

function show(choice: ThemeChoice): void {
  const dark =
    choice === 'dark' || (choice === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
}

/**
 * Runs in <head> before anything is painted; the same rule as `show`, for a page that has no modules yet. It also follows the
 * device and other tabs, on every page: those before signing in have nobody else to do it.
 */
export const THEME_SCRIPT = `(function(){var m=matchMedia('(prefers-color-scheme: dark)');function s(){var c;try{c=localStorage.getItem('${KEY}')}catch(e){}document.documentElement.dataset.theme=c==='dark'||(c!=='light'&&m.matches)?'dark':'light'}s();m.addEventListener('change',s);addEventListener('storage',s)})()`
