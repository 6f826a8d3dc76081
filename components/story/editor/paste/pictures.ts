import { textsOf } from '#components/language/loaded.ts'
import { isSafeHref } from '#lib/doc/href.ts'

/** Smaller ones, in pixels, only tell their page that it is being read. */
const SEEN_FROM = 3

/**
 * Puts what is known of pasted pictures in their place: their description, as a link to where they are. The pictures themselves are
 * on another site, which a story does not depend on and whose reader it does not tell. Gives what to say of it, or null.
 */
export function describePictures(body: HTMLElement): string | null {
  let count = 0
  for (const image of body.querySelectorAll('img')) {
    const alt = (image.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim()
    if (isSign(alt)) image.replaceWith(alt)
    else if (isHidden(image)) image.remove()
    else {
      image.replaceWith(described(image, alt))
      count += 1
    }
  }
  if (count === 0) return null
  return count === 1
    ? textsOf('story')('paste.picture')
    : textsOf('story')('paste.pictures', { count })
}

/** Emoji that a page draws as pictures. */
function isSign(alt: string): boolean {
  return alt.length <= 12 && /^\p{Extended_Pictographic}/u.test(alt)
}

function isHidden(image: HTMLImageElement): boolean {
  return ['width', 'height'].some((side) => {
    const size = image.getAttribute(side)
    return size !== null && Number.parseFloat(size) < SEEN_FROM
  })
}

function described(image: HTMLImageElement, alt: string): Node | string {
  const words = alt === '' ? 'Picture' : alt
  const address = image.getAttribute('src') ?? ''
  const isElsewhere = /^https?:/i.test(address) && isSafeHref(address)
  if (!isElsewhere || image.closest('a')) return words
  const link = image.ownerDocument.createElement('a')
  link.setAttribute('href', address)
  link.textContent = words
  return link
}
