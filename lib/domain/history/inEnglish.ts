import { ENGLISH } from './english.ts'
import type { Told } from './told.ts'
import { type Writer, type Written, written } from './write.ts'

/** Writes what is told of an event in English: for the API, files and whoever reads no page. */
export function inEnglish(told: Told): Written {
  return written(WRITER, told)
}

const WRITER: Writer = {
  write: (name, values) => filledIn(ENGLISH[name], values),
  day: dateInWords,
  list: listed,
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** Gives a date without a time (`YYYY-MM-DD`) as people write it: "3 Apr 2026". */
export function dateInWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`
}

function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

type Values = Readonly<Record<string, string | number>>

/** Fills in what of ICU messages these sentences use: values, `select`, and `plural` with `=0`, `one` and `other`. */
function filledIn(text: string, values: Values, count?: number): string {
  let written = ''
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '#' && count !== undefined) written += count.toLocaleString('en')
    else if (text[at] !== '{') written += text[at]
    else {
      const end = closing(text, at)
      written += argument(text.slice(at + 1, end), values)
      at = end
    }
  }
  return written
}

function argument(inside: string, values: Values): string {
  const [, name = '', kind, choices = ''] = /^(\w+)(?:, (\w+), (.*))?$/s.exec(inside) ?? []
  const value = values[name] ?? ''
  if (kind === undefined) return String(value)
  const texts = textsIn(choices)
  const count = kind === 'plural' ? Number(value) : undefined
  const text = count === undefined ? texts.get(String(value)) : ofNumber(texts, count)
  return filledIn(text ?? texts.get('other') ?? '', values, count)
}

function ofNumber(texts: ReadonlyMap<string, string>, count: number): string | undefined {
  return texts.get(`=${count}`) ?? (count === 1 ? texts.get('one') : undefined)
}

/** `one {a} other {b}`, by their names. */
function textsIn(choices: string): ReadonlyMap<string, string> {
  const texts = new Map<string, string>()
  for (let at = 0; at < choices.length;) {
    const open = choices.indexOf('{', at)
    if (open < 0) break
    const end = closing(choices, open)
    texts.set(choices.slice(at, open).trim(), choices.slice(open + 1, end))
    at = end + 1
  }
  return texts
}

/** Gives where the bracket closes that opens at `open`. */
function closing(text: string, open: number): number {
  let depth = 0
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1
    if (text[at] === '}' && (depth -= 1) === 0) return at
  }
  return text.length
}
