import type { Refusal } from '#lib/domain/refusal.ts'
import { LANGUAGES } from '#lib/language/languages.ts'
import { textsOf } from './loaded.ts'
import type { TextsIn } from './messages.ts'
import { pageLanguage } from './pageLanguage.ts'

type Said = Pick<Refusal, 'action' | 'message' | 'who' | 'isManaged'> & { readonly code?: string }

/**
 * Says why something was refused in the language of the page. English is what the domain itself speaks; elsewhere the same is
 * said by what was refused, or by the code, less closely where only the domain's sentence has the names in it.
 */
export function refusalIn(refusal: Said): string {
  if (pageLanguage() === LANGUAGES[0]) return refusal.message
  const said = refusalText(textsOf('words.refusals'), refusal)
  if (said !== refusal.message) return said
  const t = textsOf('refusals')
  const [whole, who, why] = [
    `whole.${refusal.action}`,
    `who.${refusal.action}`,
    `why.${refusal.code}`,
  ] as ['whole.appointOwners', 'who.curate', 'why.badSize']
  if (t.has(whole)) return t(whole)
  if (t.has(who)) {
    const isManaged = String(refusal.isManaged ?? false)
    return `${t(who, { isManaged })} ${askOne(textsOf('words.refusals'), refusal.who)}`
  }
  return t.has(why) ? t(why) : refusal.message
}

/** The same for what may be allowed: null then. */
export function whyNotIn(refusal: Said | null | undefined): string | null {
  return refusal ? refusalIn(refusal) : null
}

/**
 * Says a refusal of the domain in the language of the page: who may do it, and whom to ask. The domain gives what was refused
 * and the names; a sentence that has not been translated yet stays as the domain wrote it.
 */
export function refusalText(
  t: TextsIn<'words.refusals'>,
  { action, message, who, isManaged }: Said,
): string {
  const key = `only.${action}` as 'only.manageThemes'
  if (!action || !t.has(key)) return message
  return `${t(key, { isManaged: String(isManaged ?? false) })} ${askOne(t, who)}`
}

function askOne(t: TextsIn<'words.refusals'>, who: readonly string[]): string {
  const [first = '', second = '', third = ''] = who
  const many = who.length > 3 ? 'many' : String(who.length)
  return t('ask', { many, first, second, third })
}
