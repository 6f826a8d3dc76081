import type { Named, Phrase, PhraseName, Told, Value } from './told.ts'

/** What a language needs to tell history. */
export interface Writer {
  /** Gives the words of a name with its values in them. */
  readonly write: (name: PhraseName, values: Readonly<Record<string, string | number>>) => string
  /** Gives a date without a time (`YYYY-MM-DD`) as people write it. */
  readonly day: (date: string) => string
  /** Gives "A, B and C". */
  readonly list: (parts: readonly string[]) => string
}

/** Words as they are, or the name of something that can be shown as such. */
export type Word = string | Name

export interface Name extends Pick<Named, 'home' | 'story'> {
  readonly name: string
}

/** An event in the words of a language. */
export interface Written {
  readonly words: readonly Word[]
  readonly quote: string | null
  readonly notes: readonly string[]
}

/** Writes what is told of an event. */
export function written(writer: Writer, { words, quote, notes }: Told): Written {
  return {
    words: wordsOf(writer, words),
    quote,
    notes: notes.map((note) => capital(textOf(writer, note))),
  }
}

/** Gives the words as plain text. */
export function plainWords(words: readonly Word[]): string {
  return words.map((word) => (typeof word === 'string' ? word : word.name)).join('')
}

/** Gives a value as plain text. */
export function textOf(writer: Writer, value: Value): string {
  return plainWords(valueWords(writer, value))
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Around the place of a value in the words, for private use in Unicode: each language puts it elsewhere. */
const [BEFORE, BEHIND] = ['\uE000', '\uE001']
const PLACE = new RegExp(`${BEFORE}(\\d+)${BEHIND}`)

function wordsOf(writer: Writer, { name, values }: Phrase): Word[] {
  const held: Value[] = []
  const flat: Record<string, string | number> = {}
  for (const [key, value] of Object.entries(values)) {
    flat[key] = typeof value === 'object' ? `${BEFORE}${held.push(value) - 1}${BEHIND}` : value
  }
  // Every second part is the number of a held value.
  return writer
    .write(name, flat)
    .split(PLACE)
    .flatMap((part, index): Word[] => {
      const value = index % 2 === 1 ? held[Number(part)] : part
      return value === undefined || value === '' ? [] : valueWords(writer, value)
    })
}

function valueWords(writer: Writer, value: Value): Word[] {
  if (typeof value !== 'object') return [String(value)]
  if ('day' in value) return [writer.day(value.day)]
  if ('all' in value) {
    const parts = value.all.map((one) => textOf(writer, one))
    return [value.between === undefined ? writer.list(parts) : parts.join(value.between)]
  }
  if (!('called' in value)) return wordsOf(writer, value)
  const { called, ...more } = value
  return [{ ...more, name: textOf(writer, called) }]
}
