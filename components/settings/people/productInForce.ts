import { listed } from '#components/language/listed.ts'
import type { TextsIn } from '#components/language/messages.ts'

interface Person {
  readonly name: string
  readonly roles: readonly string[]
}

/**
 * Says whether product managers are in force and what that changes, in sentences: "Since Ana is product manager, only
 * product managers …".
 */
export function productInForce(
  t: TextsIn<'settings.people'>,
  words: TextsIn<'words'>,
  people: readonly Person[],
): string {
  const managers = people.filter(({ roles }) => roles.includes('product-manager'))
  if (managers.length === 0) return t('noManager')
  const names = managers.map(({ name }) => name)
  return t('managersInForce', { names: listed(words, names), count: managers.length })
}
