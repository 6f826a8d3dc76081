import { must } from '#lib/domain/must.ts'
import type { Language } from '#lib/language/languages.ts'
import type { Area, Messages, Part, TextsIn } from './messages.ts'
import { pageLanguage, pageLocale } from './pageLanguage.ts'
import { type TakenApart, writerOf } from './writer.ts'

/** The texts this page has. It has one language for as long as it is open. */
const here: Partial<Messages> = {}
const loading = new Map<string, Promise<Partial<Messages>>>()
/** What writes the texts of a part; made once, because a board asks for it with every card. */
const writers = new Map<Part, unknown>()

/**
 * Fetches the texts of some areas and gives them with all that are here already; the same promise for the same areas. Rejects
 * without a network, and then tries again.
 */
export function loadTexts(areas: readonly Area[]): Promise<Partial<Messages>> {
  const name = areas.join()
  const begun = loading.get(name)
  if (begun) return begun
  const load = fetchTexts(pageLanguage(), areas).then(keepTexts)
  loading.set(name, load)
  load.then(
    // React takes what such a promise has come to at once, without a moment in which nothing is shown.
    (value) => Object.assign(load, { status: 'fulfilled', value }),
    () => loading.delete(name),
  )
  return load
}

/** Gives the texts of some areas in a language. Where each of them is, is itself fetched when the first is asked for. */
export async function fetchTexts(
  language: Language,
  areas: readonly Area[],
): Promise<Partial<Messages>> {
  const { fetchMessages } = await import('./messages.ts')
  return fetchMessages(language, areas)
}

/** Fetches code together with the texts that it shows, so that neither is shown without the other. */
export async function withTexts<Module>(
  code: Promise<Module>,
  areas: readonly Area[],
): Promise<Module> {
  const [module] = await Promise.all([code, loadTexts(areas)])
  return module
}

/** Makes texts known to this page, and gives all there are. */
export function keepTexts(messages: Partial<Messages>): Partial<Messages> {
  Object.assign(here, messages)
  return { ...here }
}

/**
 * Gives what writes the texts of an area, or of a part of it, in components and outside of them: in an action, which says what
 * it did. The area must be here: it came with the page (firstTexts.ts), or with the code that asks (`withTexts`).
 */
export function textsOf<P extends Part>(part: P): TextsIn<P> {
  const known = writers.get(part)
  if (known) return known as TextsIn<P>
  const path = part.split('.')
  must(here[path[0] as Area], `texts of ${part}: they are not here yet`)
  const texts = path.reduce((at, name) => at[name] as TakenApart, here as unknown as TakenApart)
  const writer = writerOf(texts, pageLocale()) as unknown as TextsIn<P>
  writers.set(part, writer)
  return writer
}
