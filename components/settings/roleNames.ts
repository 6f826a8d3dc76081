import type { TextsIn } from '#components/language/messages.ts'
import { ROLES } from '#lib/domain/roles.ts'

/** Gives roles as a list: "Owner, Product manager". One that this version does not know keeps its own name. */
export function roleNames(words: TextsIn<'words'>, roles: readonly string[]): string {
  const names = roles.map((role) => {
    const known = ROLES.find((one) => one === role)
    return known ? words(`roles.${known}`) : role
  })
  return names.join(', ')
}
