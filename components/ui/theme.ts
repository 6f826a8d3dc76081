/** What the person chose; `system` follows the device. Kept on this device. */
export type ThemeChoice = 'light' | 'dark' | 'system'
export const THEME_CHOICES: readonly ThemeChoice[] = ['light', 'dark', 'system']

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

/** Follows the device and other tabs for as long as it is wanted, and tells of changes. */
export function subscribeTheme(listener: () => void): () => void {
  const device = matchMedia('(prefers-color-scheme: dark)')
  const follow = () => {
    show(themeChoice())
    listener()
  }
  listeners.add(listener)
  device.addEventListener('change', follow)
  window.addEventListener('storage', follow)
  return () => {
    listeners.delete(listener)
    device.removeEventListener('change', follow)
    window.removeEventListener('storage', follow)
  }
}

function show(choice: ThemeChoice): void {
  const dark =
    choice === 'dark' || (choice === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
}

/** Runs in <head> before anything is painted; the same rule as `show`, for a page that has no modules yet. */
export const THEME_SCRIPT = `(function(){var c;try{c=localStorage.getItem('${KEY}')}catch(e){}document.documentElement.dataset.theme=c==='dark'||(c!=='light'&&matchMedia('(prefers-color-scheme: dark)').matches)?'dark':'light'})()`
