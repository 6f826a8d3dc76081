import { isSafeHref } from './href.ts'

/** A card as it is shown, whoever wrote it: `href` is null where a click would not be safe. */
export interface Card {
  readonly href: string | null
  /** Never '' where there is an address. */
  readonly title: string
  readonly host: string
}

/** Reads a card's attributes. Without a title of its own it is called by its address. */
export function readCard({ href, title }: Readonly<Record<string, unknown>>): Card {
  const address = isSafeHref(href) ? href : null
  const own = readTitle(title)
  if (address === null) return { href: null, title: own, host: '' }
  const { hostname, pathname } = new URL(address)
  const host = hostname.replace(/^www\./, '') || pathname
  return { href: address, title: own || titleFrom(address), host }
}

const TITLE_MAX_CHARACTERS = 200

/** Gives a title in one line, of a sane length. */
export function readTitle(title: unknown): string {
  return typeof title === 'string'
    ? title
        .replace(/[\p{Cc}\s]+/gu, ' ')
        .trim()
        .slice(0, TITLE_MAX_CHARACTERS)
    : ''
}

/** Gives what an address calls itself: the last part of its path that is words, else its host. */
export function titleFrom(href: string): string {
  const { hostname, pathname, protocol } = new URL(href)
  if (protocol === 'mailto:') return pathname
  const parts = pathname.split('/').filter((part) => /[a-z]{3}/i.test(part))
  const host = hostname.replace(/^www\./, '')
  const last = parts.at(-1)
  if (last === undefined) return host
  const words = decoded(last)
    .replace(/\.(html?|php|aspx?)$/i, '')
    .replace(/[-_+]+/g, ' ')
    .trim()
  const title = readTitle(words)
  return title === '' ? host : title.charAt(0).toUpperCase() + title.slice(1)
}

/** An address may hold a percent sign that encodes nothing. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
