/**
 * What reading may cost: signs that something may begin with, times the characters of the piece they are in, because from
 * each the rest of its piece is read. `COSTS` says what each is, a star being one. Ordinary texts are far below; measured in
 * docs/decisions/0017-the-text-of-a-story.md.
 */
export const READING_MAX = 20_000_000
const COSTS = new Map([
  ['[', 10],
  ['*', 1],
  ['_', 1],
  ['~', 1],
  ['`', 0.05],
])

/** True for Markdown whose reading would hold the page for seconds: thousands of signs that nothing ends, in one piece. */
export function isEntangled(markdown: string): boolean {
  return costOf(markdown) > READING_MAX
}

function costOf(markdown: string): number {
  let cost = 0
  let signs = 0
  let length = 0
  let fence: string | null = null
  const endPiece = () => {
    cost += signs * length
    signs = 0
    length = 0
  }
  for (const line of markdown.split('\n')) {
    // Nothing begins in code.
    const mark = /^(?:```(?=[^`]*$)|~~~)/.exec(line)?.[0]
    if (mark !== undefined && (fence === null || fence === mark)) {
      fence = fence === null ? mark : null
      endPiece()
      continue
    }
    if (fence !== null) continue
    if (line.trim() === '' || /^ {0,3}[-*+] \S/.test(line)) endPiece()
    length += line.length
    for (const sign of line) signs += COSTS.get(sign) ?? 0
  }
  endPiece()
  return cost
}
