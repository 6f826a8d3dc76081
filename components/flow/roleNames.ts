import { textsOf } from '#components/language/loaded.ts'
import type { Role } from '#lib/domain/roles.ts'

/** Gives roles as a list: "Owner, Product manager". One of a newer server is called as it is there. */
export function roleNames(roles: readonly string[]): string {
  const t = textsOf('words.roles')
  return roles.map((role) => (t.has(role as Role) ? t(role as Role) : role)).join(', ')
}
