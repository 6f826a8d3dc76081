/** Gives one or two letters for a name: of the first and last word; of an e-mail address, of the part before the @. */
export function initials(name: string): string {
  const words = name
    .replace(/@.*$/, '')
    .split(/[\s._-]+/)
    .filter((word) => /\p{L}|\p{N}/u.test(word))
  const first = firstLetter(words[0])
  const last = words.length > 1 ? firstLetter(words.at(-1)) : ''
  return (first + last).toLocaleUpperCase() || '?'
}

function firstLetter(word: string | undefined): string {
  return word?.match(/\p{L}|\p{N}/u)?.[0] ?? ''
}
