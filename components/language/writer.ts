import format, { type CompiledMessage } from 'icu-minify/format'
import { Children } from 'react'

type Values = NonNullable<Parameters<typeof format>[2]>

/** Texts that were taken apart (bin/setup/messagesLoader.mjs), by their names. */
export interface TakenApart {
  readonly [name: string]: TakenApart | CompiledMessage
}

/**
 * Makes what writes texts, as use-intl's translator does, of which it is the part that a page of many cards needs: texts with
 * values, with elements (`rich`), and whether there is one. The types see to it that every key is there.
 */
export function writerOf(texts: TakenApart, locale: string) {
  const numbers = new Intl.NumberFormat(locale)
  const plurals = new Intl.PluralRules(locale)
  const options = {
    formatters: {
      getNumberFormat: () => numbers,
      getPluralRules: () => plurals,
      getDateTimeFormat: () => new Intl.DateTimeFormat(locale),
    },
  }
  const find = (key: string): unknown =>
    key.split('.').reduce<unknown>((at, name) => (at as TakenApart | undefined)?.[name], texts)
  const write = (key: string, values?: Values) =>
    format(find(key) as CompiledMessage, locale, values, options)
  return Object.assign(write, {
    rich: (key: string, values: Values) => Children.toArray(write(key, values) as never),
    has: (key: string) => find(key) !== undefined,
  })
}
