import { EMOJI_NAMES } from './names.ts'

export interface Found {
  readonly emoji: string
  /** As it is typed between colons. */
  readonly name: string
}

const MOST = 8

/** What is offered before anything is typed. */
const USUAL = ['+1', 'tada', 'eyes', 'white_check_mark', 'warning', 'question', 'bulb', 'rocket']

const EMOJI: readonly { readonly emoji: string; readonly names: readonly string[] }[] =
  EMOJI_NAMES.trim()
    .split(/[;\n]/)
    .map((line) => {
      const [emoji = '', ...names] = line.split(' ')
      return { emoji, names }
    })

/** Gives the emoji that a name may mean, at most `most`: the same name first, then those that begin so, then those with the letters in it. */
export function findEmoji(query: string, most = MOST): readonly Found[] {
  const isWhole = query.endsWith(':') && query.length > 1
  const typed = query.replace(/:$/, '').toLowerCase()
  if (typed === '') return USUAL.flatMap((name) => named((own) => own === name).slice(0, 1))
  if (isWhole) return named((name) => name === typed).slice(0, 1)
  const found = new Map<string, Found>()
  for (const fits of [
    (name: string) => name === typed,
    (name: string) => name.startsWith(typed),
    (name: string) => name.includes(typed),
  ]) {
    for (const one of named(fits))
      if (found.size < most && !found.has(one.emoji)) found.set(one.emoji, one)
  }
  return [...found.values()]
}

function named(fits: (name: string) => boolean): Found[] {
  return EMOJI.flatMap(({ emoji, names }) => {
    const name = names.find(fits)
    return name === undefined ? [] : [{ emoji, name }]
  })
}
