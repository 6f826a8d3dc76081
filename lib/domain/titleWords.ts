/** Gives the distinct words of a title that say something, each without its ending, in their order. */
export function wordsOf(title: string): readonly string[] {
  const words = new Set<string>()
  const lower = title.toLowerCase()
  if (PLAIN.test(lower)) {
    for (const word of lower.match(PLAIN_WORD) ?? []) addWord(words, word)
    return [...words]
  }
  const folded = lower.normalize('NFD').replace(/\p{M}/gu, '')
  for (const word of folded.match(WORD) ?? []) {
    if (UNSPACED.test(word)) for (const pair of pairsIn(word)) words.add(pair)
    else addWord(words, word)
  }
  return [...words]
}

function addWord(words: Set<string>, word: string): void {
  if (!SAYS_NOTHING.has(word)) words.add(withoutEnding(word))
}

// Most titles are ASCII, where the classes of Unicode, ten times slower, are not needed. "C++" and "C#" are words.
const PLAIN = /^[\x20-\x7e]*$/
const PLAIN_WORD = /[a-z0-9]+(?:[+#]+|'s\b)?/g
const WORD = /[\p{L}\p{N}]+(?:[+#]+|['’]s\b)?/gu

/** Scripts that write no blanks between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

function pairsIn(word: string): readonly string[] {
  const letters = [...word]
  if (letters.length < 2) return [word]
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`)
}

const SAYS_NOTHING = new Set(
  (
    'a an the and or but of in on at to for from by with without as is are be been was were it its this that these those ' +
    'i me my we our us you your they their so can could should would want wants need needs like able have has not'
  ).split(' '),
)

/** Cuts what English words of one family end in: "validates", "validating" and "validation" are one. */
function withoutEnding(word: string): string {
  if (word.length < 4) return word
  const plain = word
    .replace(/['’]s$/, '')
    .replace(/ies$/, 'y')
    .replace(/([^su])s$/, '$1')
  const stem = plain
    .replace(/(?:ation|ating|ated|ate)$/, 'at')
    .replace(/(?:ing|ion)$/, '')
    .replace(/(?<=.{4})ed$/, '')
  if (stem.length < 3) return plain
  return stem.replace(/([bdgmnprt])\1$/, '$1').replace(/e$/, '')
}
