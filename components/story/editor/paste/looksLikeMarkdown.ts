/** Who writes Markdown shows it by then. */
export const LOOKED_AT_CHARACTERS = 20_000

/** How a sign of Markdown looks, and how often it has to be there. */
interface Sign {
  readonly looks: RegExp
  readonly atLeast: number
}

/** Nothing in them repeats without an end: at every place of a text they look a fixed way ahead (a test checks). */
export const MARKDOWN_SIGNS: readonly Sign[] = [
  { looks: /^#{1,6} \S/gm, atLeast: 1 },
  { looks: /^(?:```|~~~)/gm, atLeast: 1 },
  { looks: /^\|?[ :]{0,40}-{3,200}[ :]{0,40}\|/gm, atLeast: 1 },
  { looks: /^[^\S\n]{0,80}[-*+] \[[ xX]\] /gm, atLeast: 1 },
  { looks: /\[[^\]\n]{1,200}\]\((?:https?:|mailto:|\/)[^)\s]{1,1000}\)/g, atLeast: 1 },
  { looks: /^>\s?\S/gm, atLeast: 1 },
  { looks: /(?:^|\s)(\*\*|__)\S[^\n]{0,500}\S\1(?:$|[\s.,;:!?])/gm, atLeast: 1 },
  { looks: /^[^\S\n]{0,80}[-*+] \S/gm, atLeast: 2 },
  { looks: /^[^\S\n]{0,80}\d{1,9}[.)] \S/gm, atLeast: 2 },
]

/**
 * True for a text that somebody wrote in Markdown: a heading, a fence, a table, a box, a link, or a list of at least two. One
 * star or one dash is a sign of many other things.
 */
export function looksLikeMarkdown(text: string): boolean {
  const beginning = text.slice(0, LOOKED_AT_CHARACTERS)
  return MARKDOWN_SIGNS.some(
    ({ looks, atLeast }) => (beginning.match(looks)?.length ?? 0) >= atLeast,
  )
}
