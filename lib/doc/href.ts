const SAFE_PROTOCOLS = new Set(['http:', 'https:', 'mailto:'])
const HREF_MAX_CHARACTERS = 2_000

/**
 * True for an address a link may lead to: an absolute http, https or mailto address of at most 2,000 characters.
 * The browser's own parser decides, so that `java\nscript:` and its like are seen as what a click would run.
 */
export function isSafeHref(href: unknown): href is string {
  if (typeof href !== 'string' || href.length > HREF_MAX_CHARACTERS) return false
  try {
    return SAFE_PROTOCOLS.has(new URL(href).protocol)
  } catch {
    return false
  }
}

/**
 * Gives the address a person meant by what they typed ("example.com", "ana@example.com", a full address), or null
 * when it cannot be a link.
 */
export function readHref(typed: string): string | null {
  const text = typed.trim()
  if (text === '' || /\s/.test(text)) return null
  if (/^[^@:/]+@[^@:/]+\.[^@:/]+$/.test(text)) return `mailto:${text}`
  if (isSafeHref(text)) return text
  // "localhost:3000" reads as the scheme "localhost": only what is surely a host with a dot gets https in front.
  const address = `https://${text}`
  return /^[\w-]+(\.[\w-]+)+(:\d+)?([/?#]|$)/.test(text) && isSafeHref(address) ? address : null
}
