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

/** An address in a text: from where to where it goes (UTF-16 code units), and what it leads to. */
export interface FoundAddress {
  readonly from: number
  readonly to: number
  readonly href: string
}

/**
 * Finds the web and mail addresses in a text: those with a protocol, with www., or with an @. A bare "README.md" or
 * "node.js" is a name more often than an address.
 */
export function findAddresses(text: string): readonly FoundAddress[] {
  return [...text.matchAll(ADDRESS)].flatMap(({ 0: found, index }) => {
    const address = withoutStop(found)
    const href = readHref(address)
    return href === null ? [] : [{ from: index, to: index + address.length, href }]
  })
}

const ADDRESS = /(?:https?:\/\/|mailto:|www\.)[^\s<>"'`]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gi

/** The sentence around an address ends behind it: its stop, and a bracket that was opened before it, are not part of it. */
function withoutStop(found: string): string {
  const address = found.replace(/[.,;:!?…]+$/, '')
  const isOpened = address.split('(').length >= address.split(')').length
  return address.endsWith(')') && !isOpened ? withoutStop(address.slice(0, -1)) : address
}
