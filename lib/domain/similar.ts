import { wordsOf } from './titleWords.ts'

/**
 * Titles that resemble another one (ST8). Words count by how rare they are among all titles, so that "As a researcher I
 * want" says little and "SPSS" says much. What counts is how much of the new title an old one says already, or how much
 * of an old one the new one says (Tversky's index, both ways): people begin with few words, and paste long sentences.
 */

/** Titles made ready to be compared with. Immutable; made anew from the one before at little cost. */
export interface TitleIndex {
  readonly titles: readonly Indexed[]
  /** For each word the numbers of the titles that have it. */
  readonly postings: ReadonlyMap<string, readonly number[]>
  /** Every word, in the order of code units: for words that are not typed to their end. */
  readonly vocabulary: readonly string[]
}

interface Indexed {
  readonly id: string
  readonly title: string
  readonly words: readonly string[]
  /** The sum of its words' weights. */
  readonly weight: number
}

export interface Similar {
  readonly id: string
  /** 1: the same words. */
  readonly likeness: number
}

/** From here on two titles look as if they meant the same. Found by trying on real backlogs of 66 and 1,649 titles. */
const RESEMBLES = 0.7
/** How much of what only one of two titles says is held against their likeness. */
const HELD_AGAINST = 0.06
/** An older title of fewer words is in too many longer ones. */
const SAYS_ENOUGH = 3

/** A word that is still being typed stands for at most this many. */
const MOST_ENDINGS = 40

/** Makes titles comparable. What `before` knows of a title is taken from there: 10,000 take 60 ms, then 10 ms after a change. */
export function indexTitles(
  stories: Iterable<{ readonly id: string; readonly title: string }>,
  before?: TitleIndex,
): TitleIndex {
  const known = new Map(before?.titles.map((title) => [title.title, title.words]))
  const found: { id: string; title: string; words: readonly string[] }[] = []
  const postings = new Map<string, number[]>()
  for (const { id, title } of stories) {
    const words = known.get(title) ?? wordsOf(title)
    for (const word of words) {
      const numbers = postings.get(word)
      if (numbers) numbers.push(found.length)
      else postings.set(word, [found.length])
    }
    found.push({ id, title, words })
  }
  const weight = weigher(postings, found.length)
  const titles = found.map((title) => ({
    ...title,
    weight: title.words.reduce((sum, word) => sum + weight([word]), 0),
  }))
  return { titles, postings, vocabulary: [...postings.keys()].sort() }
}

/**
 * Gives the titles that resemble one, the most alike first; `most` of them. `unfinished`: its last word is still being
 * typed. `least`: how alike they have to be, 0 to 1. 10,000 titles take less than a millisecond or two.
 */
export function similarTo(
  index: TitleIndex,
  title: string,
  {
    most = 3,
    unfinished = false,
    least = RESEMBLES,
  }: { readonly most?: number; readonly unfinished?: boolean; readonly least?: number } = {},
): readonly Similar[] {
  const { titles, postings } = index
  const { words, last } = askedWords(title, unfinished)
  if (words.length === 0) return []
  const weight = weigher(postings, titles.length)
  const shared = new Float64Array(titles.length)
  const touched: number[] = []
  let whole = 0
  for (const word of words) {
    const endings = word === last ? endingsOf(index, word) : [word]
    const its = weight(endings)
    whole += its
    for (const number of numbersOf(postings, endings)) {
      const before = shared[number] ?? 0
      if (before === 0) touched.push(number)
      shared[number] = before + its
    }
  }
  // One word says something only where it is rare.
  if (words.length === 1 && touched.length > most) return []
  const found: Similar[] = []
  for (const number of touched) {
    const title = titles[number]
    const both = shared[number] ?? 0
    if (!title) continue
    const likeness = Math.max(
      covered(both, whole, title.weight),
      title.words.length < SAYS_ENOUGH ? 0 : covered(both, title.weight, whole),
    )
    if (likeness >= least) found.push({ id: title.id, likeness })
  }
  return found.sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1)).slice(0, most)
}

/** How much of a title's weight is `both`'s, with a little held against what the other one says besides. */
function covered(both: number, its: number, others: number): number {
  return both / (its + HELD_AGAINST * Math.max(0, others - both))
}

/** The words to look for, and the one that is still being typed; its first two letters say nothing yet. */
function askedWords(
  title: string,
  unfinished: boolean,
): { readonly words: readonly string[]; readonly last: string | undefined } {
  const words = wordsOf(title)
  if (!unfinished || !/[\p{L}\p{N}]$/u.test(title)) return { words, last: undefined }
  const last = words.at(-1)
  const isBarelyBegun = /(?:^|[^\p{L}\p{N}])[\p{L}\p{N}]{1,2}$/u.test(title) && words.length > 1
  return isBarelyBegun ? { words: words.slice(0, -1), last: undefined } : { words, last }
}

/** Gives the weight of a word by how rare it is; of one that is not typed to its end, by its most frequent ending. */
function weigher(
  postings: TitleIndex['postings'],
  count: number,
): (endings: readonly string[]) => number {
  return (endings) => {
    // A word nobody has used yet weighs as much as one used once.
    let having = 1
    for (const word of endings) having = Math.max(having, postings.get(word)?.length ?? 0)
    return Math.log(1 + (count + 1) / (having + 1)) ** 2
  }
}

/** A title counts once for a word that is not typed to its end, however many of its endings it has. */
function numbersOf(postings: TitleIndex['postings'], endings: readonly string[]): Iterable<number> {
  const [first, ...more] = endings
  if (first === undefined) return []
  if (more.length === 0) return postings.get(first) ?? []
  return new Set(endings.flatMap((word) => postings.get(word) ?? []))
}

function endingsOf({ vocabulary, postings }: TitleIndex, beginning: string): readonly string[] {
  if (beginning.length < 3 || postings.has(beginning)) return [beginning]
  let low = 0
  let high = vocabulary.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((vocabulary[middle] ?? '') < beginning) low = middle + 1
    else high = middle
  }
  const found = vocabulary
    .slice(low, low + MOST_ENDINGS)
    .filter((word) => word.startsWith(beginning))
  return found.length > 0 ? found : [beginning]
}
