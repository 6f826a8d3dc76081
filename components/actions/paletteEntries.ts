import { groupName, titleOf, wordsOf } from './titles.ts'
import { availability } from './action.ts'
import type { Offer } from './registry.ts'

/** One line of the palette. */
export interface PaletteEntry {
  readonly id: string
  readonly heading: string
  readonly title: string
  /** Shown before the title: a key like `ABC-42`. */
  readonly lead?: string
  readonly words?: string
  readonly keys?: string
  /** Why it cannot be chosen now. */
  readonly unavailable?: string
  /** What is typed behind it is meant for a field that it opens. */
  readonly opensField?: boolean
  readonly choose: () => void
}

/** At most this many lines of one search. */
const MOST_FOUND = 50

/**
 * Gives the actions on offer, what is in focus first (UX5), each id once: the nearest offer's. `run` is told the action and
 * its target when one is chosen.
 */
export function entriesOfActions(
  offers: readonly Offer[],
  run: (action: Offer['actions'][number], target: unknown) => void,
): PaletteEntry[] {
  const entries = new Map<string, PaletteEntry>()
  for (const { actions, target, about } of offers) {
    if (target === null) continue
    for (const action of actions) {
      const can = availability(action, target)
      if (action.keysOnly || can.kind === 'hidden' || entries.has(action.id)) continue
      entries.set(action.id, {
        id: action.id,
        heading: about ?? groupName(action.group),
        title: titleOf(action),
        words: wordsOf(action),
        keys: action.keys?.[0],
        unavailable: can.kind === 'explained' ? can.reason : undefined,
        opensField: action.opensField,
        choose: () => run(action, target),
      })
    }
  }
  return [...entries.values()]
}

/**
 * Gives the entries that a query finds, in their order; every word must begin a word of the title, lead or words, or be
 * part of the lead. An empty query finds `unasked`, what is worth showing before anything is typed.
 */
export function findEntries(
  entries: Iterable<PaletteEntry>,
  query: string,
  most: number = MOST_FOUND,
): PaletteEntry[] {
  const asked = fold(query).split(/\s+/).filter(Boolean)
  const found: { entry: PaletteEntry; score: number }[] = []
  for (const entry of entries) {
    const score = scoreOf(entry, asked)
    if (score > 0) found.push({ entry, score })
  }
  const headings = [...new Set(found.map(({ entry }) => entry.heading))]
  return found
    .sort(
      (a, b) =>
        headings.indexOf(a.entry.heading) - headings.indexOf(b.entry.heading) || b.score - a.score,
    )
    .slice(0, most)
    .map(({ entry }) => entry)
}

function scoreOf(entry: PaletteEntry, asked: readonly string[]): number {
  if (asked.length === 0) return 1
  const { lead, title, words } = folded(entry)
  let score = 1
  for (const word of asked) {
    if (lead === word) score += 20
    else if (lead.includes(word)) score += 8
    else if (title.startsWith(word)) score += 6
    else if (` ${words}`.includes(` ${word}`)) score += 4
    else if (words.includes(word)) score += 1
    else return 0
  }
  return score
}

interface Folded {
  readonly lead: string
  readonly title: string
  readonly words: string
}

/** Thousands of stories are searched at every key: each is folded once. */
const foldedEntries = new WeakMap<PaletteEntry, Folded>()

function folded(entry: PaletteEntry): Folded {
  const known = foldedEntries.get(entry)
  if (known) return known
  const title = fold(entry.title)
  const made = { lead: fold(entry.lead ?? ''), title, words: `${title} ${fold(entry.words ?? '')}` }
  foldedEntries.set(entry, made)
  return made
}

/** Lower case without accents: "ueber" is not "über", but "uber" is. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
}
