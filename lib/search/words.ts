/** Where a word stands in a text, and as what it is found. */
export interface Word {
  /** Lower case without accents, so that "uber" finds "Über". */
  readonly folded: string
  /** In UTF-16 units of the text. */
  readonly from: number
  readonly to: number
}

/** Gives the words of a text in their order: runs of letters, digits and their marks, in any script. */
export function* wordsOf(text: string): Generator<Word> {
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu))
    yield { folded: foldWord(word), from: index, to: index + word.length }
}

/** Gives a word as it is compared. */
export function foldWord(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
