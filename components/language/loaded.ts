import { createTranslator } from 'use-intl/core'
import { must } from '#lib/domain/must.ts'
import { type Area, fetchMessages, type Messages } from './messages.ts'
import { pageLanguage, pageLocale } from './pageLanguage.ts'

/** The texts this page has fetched. It has one language for as long as it is open. */
const here: Partial<Messages> = {}
const loading = new Map<string, Promise<Partial<Messages>>>()

/**
 * Fetches the texts of some areas and gives them with all that are here already; the same promise for the same areas. Rejects
 * without a network, and then tries again.
 */
export function loadTexts(areas: readonly Area[]): Promise<Partial<Messages>> {
  const name = areas.join()
  const begun = loading.get(name)
  if (begun) return begun
  const load = fetchMessages(pageLanguage(), areas).then(keepTexts)
  loading.set(name, load)
  load.catch(() => loading.delete(name))
  return load
}

/** Makes texts known to this page, and gives all there are. */
function keepTexts(messages: Partial<Messages>): Partial<Messages> {
  Object.assign(here, messages)
  return { ...here }
}

/**
 * Gives what writes the texts of an area outside of a component: in an action, which says what it did. The area must have
 * been fetched, as it is wherever its actions are shown.
 */
export function textsOf<A extends Area>(area: A) {
  must(here[area], `texts of ${area}: they are not here yet`)
  return createTranslator({ locale: pageLocale(), messages: here as Messages, namespace: area })
}
