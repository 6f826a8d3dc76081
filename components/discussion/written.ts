import { takesSpareSpace } from '#components/ui/spareSpace.ts'
import { mentionToken, mentionTokens } from '#lib/domain/talk/mentions.ts'
import type { Mentionable, MentionQuery } from './mentioning.ts'

/**
 * A comment as its writer sees it: "@Kim Osei", not the token that says which Kim. Sent and kept as a draft is its source,
 * in which each name is a token.
 */
export interface Written {
  readonly words: string
  /** Which of the words name somebody, in their order. */
  readonly named: readonly Named[]
  /** Whoever was named in this field, the last one last: their names mean them again when they come back into it. */
  readonly known: readonly Meant[]
}

/** What is read, and the token it stands for. */
interface Meant {
  readonly words: string
  readonly token: string
}

interface Named extends Meant {
  readonly from: number
}

/** Gives a comment's source as its writer sees it. */
export function readSource(source: string): Written {
  let words = ''
  let at = 0
  const named = mentionTokens(source).map(({ name, from, to }): Named => {
    words += source.slice(at, from)
    const begins = words.length
    words += `@${name}`
    at = to
    return { from: begins, words: `@${name}`, token: source.slice(from, to) }
  })
  return { words: words + source.slice(at), named, known: named }
}

/**
 * Gives the source of what was written: `readSource` of it gives the same words. A name that was cut or typed into and reads
 * as before again means whom it meant.
 */
export function sourceOf(written: Written): string {
  const { words } = written
  let source = ''
  let at = 0
  for (const mention of withThoseBack(written)) {
    source += words.slice(at, mention.from) + mention.token
    at = endOf(mention)
  }
  return source + words.slice(at)
}

/**
 * Gives what was written after the words have become others, with the caret behind what was typed. A name that was typed
 * into or cut is only words from then on.
 */
export function retyped(before: Written, words: string, caret: number): Written {
  const most = Math.min(before.words.length, words.length)
  let same = 0
  while (same < Math.min(most, words.length - caret) && isSameFromEnd(before.words, words, same)) {
    same += 1
  }
  let from = 0
  while (from < Math.min(most - same, caret) && before.words[from] === words[from]) from += 1
  const to = before.words.length - same
  const shift = words.length - before.words.length
  const kept = before.named.flatMap((mention): Named[] => {
    if (endOf(mention) <= from) return [mention]
    return mention.from >= to ? [{ ...mention, from: mention.from + shift }] : []
  })
  return { ...before, words, named: kept }
}

/** Gives what was written with somebody named in the place of what was typed behind an @, and where the caret goes. */
export function withMention(
  before: Written,
  { from, to }: MentionQuery,
  { of, id, name }: Mentionable,
): {
  readonly written: Written
  readonly caret: number
  /** Where a space was put that nobody typed; null where the words had one, or want none. */
  readonly spare: number | null
} {
  const token = mentionToken(of, id, name)
  const read = readSource(token).words
  const rest = before.words.slice(to)
  const spare = rest.startsWith(' ') || takesSpareSpace(rest) ? null : from + read.length
  const words = before.words.slice(0, from) + read + (spare === null ? '' : ' ') + rest
  const around = retyped(before, words, words.length - rest.length)
  const meant = { words: read, token }
  const named = [...around.named, { ...meant, from }].sort((a, b) => a.from - b.from)
  const known = [...before.known.filter((other) => other.token !== token), meant]
  const hasSpace = spare !== null || rest.startsWith(' ')
  return {
    written: { words, named, known },
    caret: from + read.length + (hasSpace ? 1 : 0),
    spare,
  }
}

/** Who is named, in their order, with those whose name came back by an undo, or by being cut and put elsewhere. */
function withThoseBack({ words, named, known }: Written): readonly Named[] {
  const there = new Set(named.map(({ token }) => token))
  // The longest name first; of several who share it whoever is named nowhere, then whoever was named last.
  const wanted = known.toReversed().sort((a, b) => {
    return (
      b.words.length - a.words.length || Number(there.has(a.token)) - Number(there.has(b.token))
    )
  })
  const found = [...named]
  for (const meant of wanted) {
    const { length } = meant.words
    for (let at = words.indexOf(meant.words); at >= 0; at = words.indexOf(meant.words, at + 1)) {
      const standsAlone =
        /^[\s(]?$/u.test(words.slice(Math.max(0, at - 1), at)) &&
        !/^[\p{L}\p{N}]/u.test(words.slice(at + length))
      const isFree = found.every((one) => endOf(one) <= at || one.from >= at + length)
      if (standsAlone && isFree) found.push({ ...meant, from: at })
    }
  }
  return found.sort((a, b) => a.from - b.from)
}

function endOf({ from, words }: Named): number {
  return from + words.length
}

function isSameFromEnd(a: string, b: string, back: number): boolean {
  return a[a.length - 1 - back] === b[b.length - 1 - back]
}
