/** Gives how text runs on this page. It is that for as long as the page is open. */
export function pageDirection(): 'ltr' | 'rtl' {
  return typeof document !== 'undefined' && document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr'
}

/**
 * Gives the key that means the same where text runs from left to right: on a page that runs the other way the arrow to the left
 * leads on, and the one to the right back. Of every other key itself.
 */
export function alongText(key: string): string {
  return pageDirection() === 'rtl' ? (TURNED[key] ?? key) : key
}

const TURNED: Readonly<Record<string, string>> = {
  ArrowLeft: 'ArrowRight',
  ArrowRight: 'ArrowLeft',
}
