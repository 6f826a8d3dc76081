import { useLocale, useTranslations } from 'use-intl/react'
import type { Role } from '#lib/domain/roles.ts'

/** Gives what names roles as they stand in a sentence: "a member", "an admin and a product manager". */
export function useRolesInWords(): (roles: readonly string[]) => string {
  const t = useTranslations('entry.roles')
  const list = new Intl.ListFormat(useLocale())
  return (roles) => list.format(roles.map((role) => (t.has(role as Role) ? t(role as Role) : role)))
}
