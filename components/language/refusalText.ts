import type { Refusal } from '#lib/domain/refusal.ts'
import type { TextsIn } from './messages.ts'

/**
 * Says a refusal of the domain in the language of the page: who may do it, and whom to ask. The domain gives what was refused
 * and the names; a sentence that has not been translated yet stays as the domain wrote it.
 */
export function refusalText(
  t: TextsIn<'words.refusals'>,
  { action, message, who }: Pick<Refusal, 'action' | 'message' | 'who'>,
): string {
  const key = `only.${action}` as Parameters<typeof t.has>[0]
  return action && t.has(key) ? `${t(key)} ${askOne(t, who)}` : message
}

function askOne(t: TextsIn<'words.refusals'>, who: readonly string[]): string {
  const [first = '', second = '', third = ''] = who
  const many = who.length > 3 ? 'many' : String(who.length)
  return t('ask', { many, first, second, third })
}
