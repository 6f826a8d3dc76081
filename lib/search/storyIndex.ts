import MiniSearch, { type Query, type SearchResult } from 'minisearch'
import { excerptOf, marked, type Piece } from './excerpt.ts'
import { foldWord, wordsOf } from './words.ts'

/** What a card says of a story, as far as it is searched. */
export interface StoryLine {
  readonly id: string
  readonly key: string | null
  readonly title: string
  readonly labels: readonly string[]
  /** Why it won't be done or came back. */
  readonly reason: string | null
  /** A stage of the refinement area, or null for a story on a team's backlog. */
  readonly stage: string | null
  readonly team: string | null
  readonly theme: string | null
}

/** What is written in a story: its document, one line a block, and its comments. */
export interface StoryWords {
  readonly text: string
  readonly comments: readonly string[]
}

/** Which stories are looked for; a part that is left out does not matter. */
export interface SearchFilter {
  readonly place?: Place
  /** A theme's id. */
  readonly theme?: string
}
export type Place = 'area' | 'teams' | 'wont-do' | { readonly team: string }

export interface Hit {
  readonly id: string
  readonly title: readonly Piece[]
  /** Where else than in its title it says what was asked for, and how. */
  readonly excerpt: {
    readonly from: 'text' | 'comment' | 'reason'
    readonly pieces: readonly Piece[]
  } | null
}

export interface Found {
  readonly hits: readonly Hit[]
  /** How many stories there are, those beyond `hits` included. */
  readonly total: number
}

/** True for a story of those that are looked for. */
export function fits(
  line: Pick<StoryLine, 'stage' | 'team' | 'theme'>,
  { place, theme }: SearchFilter,
): boolean {
  if (theme !== undefined && line.theme !== theme) return false
  if (place === undefined) return true
  if (place === 'wont-do') return line.stage === 'wont-do'
  if (place === 'area') return line.stage !== null && line.stage !== 'wont-do'
  return place === 'teams' ? line.team !== null : line.team === place.team
}

/** How many letters of a word may be wrong, missing or too many. */
function slipsIn(word: string): number {
  if (word.length < 4) return 0
  return word.length < 9 ? 1 : 2
}

/** A question in which each word may also be written with a slip of the finger, or with two letters that changed places. */
function forgiving(question: string): Query {
  return {
    combineWith: 'AND',
    queries: [...wordsOf(question)].map(({ folded }) => ({
      combineWith: 'OR',
      queries: [{ queries: [folded], fuzzy: slipsIn(folded) }, ...swapsOf(folded)],
    })),
  }
}

function swapsOf(word: string): readonly string[] {
  if (slipsIn(word) === 0) return []
  return Array.from(
    { length: word.length - 1 },
    (_, at) => `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`,
  )
}
const BOOST = { title: 5, labels: 3, reason: 1.5, text: 1, comments: 0.8 }

interface Indexed extends Record<keyof typeof BOOST, string> {
  readonly id: string
}

/**
 * The stories a person may read, to be searched while they type. Every word asked for has to be there, as the beginning of a
 * word; only where that finds nothing, slips of the finger are forgiven. Titles count most. Keys are found whole (`ST-42`) and
 * by their number.
 */
export class StoryIndex {
  readonly #index = new MiniSearch<Indexed>({
    fields: Object.keys(BOOST),
    tokenize: (text) => [...wordsOf(text)].map(({ folded }) => folded),
    // Folded already.
    processTerm: (term) => term,
    searchOptions: {
      boost: BOOST,
      combineWith: 'AND',
      prefix: true,
    },
  })
  readonly #lines = new Map<string, StoryLine>()
  readonly #words = new Map<string, StoryWords>()
  readonly #byKey = new Map<string, string>()

  get size(): number {
    return this.#lines.size
  }

  has(story: string): boolean {
    return this.#lines.has(story)
  }

  /** Puts a story in, or what its card says now. */
  put(line: StoryLine): void {
    const before = this.#lines.get(line.id)
    if (before?.key && before.key !== line.key) this.#byKey.delete(before.key.toLowerCase())
    this.#lines.set(line.id, line)
    if (line.key) this.#byKey.set(line.key.toLowerCase(), line.id)
    if (!before || saysElse(before, line)) this.#write(line.id)
  }

  /** Says what is written in a story. One that is not in the index is left out. */
  describe(story: string, words: StoryWords): void {
    if (!this.#lines.has(story)) return
    this.#words.set(story, words)
    this.#write(story)
  }

  /** Takes a story out, with all its words. */
  remove(story: string): void {
    const line = this.#lines.get(story)
    if (!line) return
    if (line.key) this.#byKey.delete(line.key.toLowerCase())
    this.#lines.delete(story)
    this.#words.delete(story)
    this.#index.discard(story)
  }

  /** Gives the best `most` of the stories that a question finds; none for a question without words. */
  find(question: string, filter: SearchFilter, most: number): Found {
    const asked = question.trim()
    const named = this.#named(asked).filter(({ id }) => this.#fits(id, filter))
    const narrowed = { filter: ({ id }: SearchResult) => this.#fits(id as string, filter) }
    const exactly = this.#index.search(asked, narrowed)
    const results =
      exactly.length > 0 || named.length > 0
        ? exactly
        : this.#index.search(forgiving(asked), narrowed)
    const others = results.filter(({ id }) => !named.some((hit) => hit.id === id))
    const hits = others
      .slice(0, Math.max(0, most - named.length))
      .map((result) => this.#hit(result))
    return { hits: [...named.slice(0, most), ...hits], total: named.length + others.length }
  }

  /** The story of a key that was typed whole, before those whose keys begin so; for a number those that have it. */
  #named(asked: string): Hit[] {
    const key = asked.toLowerCase()
    const isNumber = /^\d+$/.test(key)
    if (!isNumber && !/^[a-z][a-z\d]*-\d+$/.test(key)) return []
    return [...this.#byKey]
      .filter(([name]) => (isNumber ? name.endsWith(`-${key}`) : name.startsWith(key)))
      .sort(([a], [b]) => a.length - b.length)
      .map(([, id]) => this.#hit({ id, match: {} }))
  }

  #fits(id: string, filter: SearchFilter): boolean {
    const line = this.#lines.get(id)
    return line !== undefined && fits(line, filter)
  }

  #hit({ id, match }: Pick<SearchResult, 'id' | 'match'>): Hit {
    const line = this.#lines.get(id as string)
    if (!line) throw new Error(`A story that is not in the index was found: ${id}`)
    const found = new Set(Object.keys(match))
    return { id: line.id, title: marked(line.title, found), excerpt: this.#excerpt(line, found) }
  }

  #excerpt({ id, reason, title }: StoryLine, found: ReadonlySet<string>): Hit['excerpt'] {
    // What the title says already explains itself.
    const rest = new Set(found)
    for (const { folded } of wordsOf(title)) rest.delete(folded)
    if (rest.size === 0) return null
    const words = this.#words.get(id)
    const places = [
      { from: 'text' as const, text: words?.text ?? '' },
      ...(words?.comments ?? []).map((text) => ({ from: 'comment' as const, text })),
      { from: 'reason' as const, text: reason ?? '' },
    ]
    for (const { from, text } of places) {
      const pieces = excerptOf(text, rest)
      if (pieces) return { from, pieces }
    }
    return null
  }

  #write(id: string): void {
    const line = this.#lines.get(id)
    if (!line) return
    const words = this.#words.get(id)
    const indexed: Indexed = {
      id,
      title: line.title,
      labels: line.labels.join(' '),
      reason: line.reason ?? '',
      text: words?.text ?? '',
      comments: words?.comments.join('\n') ?? '',
    }
    if (this.#index.has(id)) this.#index.replace(indexed)
    else this.#index.add(indexed)
  }
}

function saysElse(before: StoryLine, now: StoryLine): boolean {
  return (
    before.title !== now.title ||
    before.reason !== now.reason ||
    before.labels.join('\n') !== now.labels.join('\n')
  )
}

/** True for a question that holds something to look for. */
export function isQuestion(text: string): boolean {
  return foldWord(text).trim() !== '' && !wordsOf(text).next().done
}
