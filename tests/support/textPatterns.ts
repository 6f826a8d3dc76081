import compile from 'icu-minify/compile'

/**
 * Gives what a text can come to on a page, one pattern for each piece of it that stands by itself: tags part pieces, values are
 * anything, of plurals and choices each branch is one.
 */
export function patternsOf(text: string): RegExp[] {
  return split(compile(text) as Part)
    .map((piece) => piece.replace(/^(\\s\+)+|(\\s\+)+$/g, ''))
    .filter((piece) => lettersIn(piece) >= LETTERS_MIN)
    .map((piece) => new RegExp(`^${piece}$`, 'su'))
}

/** With fewer letters of its own a piece says nothing about the language it is in. */
const LETTERS_MIN = 5
const ANYTHING = '.+?'
/** How icu-minify marks choices and plurals: behind it there is a branch for each. */
const CHOICES: ReadonlySet<unknown> = new Set([1, 2, 3])

/** Text; or a value, choice or tag; or a list of these; 0 is the number of a plural. */
type Part = string | number | readonly unknown[]

/** Gives the pieces between tags, and those inside. */
function split(message: Part): string[] {
  const pieces = ['']
  const add = (text: string) => pieces.push(`${pieces.pop()}${text}`)
  for (const part of Array.isArray(message) ? (message as Part[]) : [message]) {
    if (typeof part === 'string') add(escaped(part))
    else if (typeof part === 'number' || !isTag(part)) add(valueOf(part))
    else {
      const [, ...inside] = part
      pieces.push(...split(inside as Part), '')
    }
  }
  return pieces
}

function valueOf(part: Part): string {
  if (typeof part !== 'object' || !CHOICES.has(part[1])) return ANYTHING
  const each = Object.values(part[2] as object).map((branch) =>
    split(branch as Part).join(ANYTHING),
  )
  return `(?:${each.join('|')})`
}

/** A value is its name, and how it is written as a number; a tag is its name, and what is inside. */
function isTag(part: readonly unknown[]): boolean {
  return part.length > 1 && typeof part[1] !== 'number'
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll(/\s+/g, '\\s+')
}

/** The most letters that every reading of a piece has: those outside of branches, or of the longest branch. */
function lettersIn(piece: string): number {
  const plain = piece.replaceAll(/\\s\+|\.\+\?|\\/g, ' ')
  return (plain.match(/\p{L}/gu) ?? []).length
}
