import { textsOf } from '#components/language/loaded.ts'

/** What one paste may bring with its form; more is offered as plain words. Measured in docs/decisions/0017-editor.md. */
export const HTML_MAX_CHARACTERS = 1_000_000
export const BLOCKS_MAX = 4_000

/** So many characters of plain words are put in at once, in as many lines as blocks; what is behind them stays on the clipboard. */
export const TEXT_MAX_CHARACTERS = 200_000

/** Why HTML is not taken with its form, as a part of a sentence; null when it is. */
export function tooLarge(html: string): string | null {
  if (html.length > HTML_MAX_CHARACTERS)
    return textsOf('story')('paste.megabytes', {
      size: megabytes(html.length),
      most: megabytes(HTML_MAX_CHARACTERS),
    })
  const blocks = html.match(/<(?:p|li|h[1-6]|pre|blockquote|div)\b/gi)?.length ?? 0
  if (blocks > BLOCKS_MAX) return textsOf('story')('paste.blocks', { blocks, most: BLOCKS_MAX })
  return null
}

/** Gives as much of a text as is put in, ending with a whole line or at least a whole letter. */
export function beginning(text: string): string {
  const end = endOfLine(text, BLOCKS_MAX)
  if (end <= TEXT_MAX_CHARACTERS) return end < text.length ? text.slice(0, end) : text
  const cut = text.slice(0, TEXT_MAX_CHARACTERS)
  const line = cut.lastIndexOf('\n')
  if (line > TEXT_MAX_CHARACTERS / 2) return cut.slice(0, line)
  // Half of a surrogate pair is no letter.
  return cut.replace(/[\uD800-\uDBFF]$/, '')
}

/** Gives where a line ends, counted from 1; the end of the text when it has fewer. */
function endOfLine(text: string, count: number): number {
  let at = -1
  for (let line = 0; line < count; line += 1) {
    at = text.indexOf('\n', at + 1)
    if (at === -1) return text.length
  }
  return at
}

function megabytes(characters: number): number {
  return Math.round(characters / 100_000) / 10
}
