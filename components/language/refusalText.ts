import type { Refusal } from '#lib/domain/refusal.ts'
import type { TextsIn } from './messages.ts'

/**
 * Says a refusal of the domain in the language of the page: who may do it, and whom to ask. The domain gives what was refused
 * and the names; a sentence that has not been translated yet stays as the domain wrote it.
 */
export function refusalText(
  t: TextsIn<'words.refusals'>,
  { action, message, who, isManaged }: Pick<Refusal, 'action' | 'message' | 'who' | 'isManaged'>,
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
