'use client'

import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#components/ui/Button.tsx'
import { Menu, MenuCheckbox } from '#components/ui/Menu.tsx'
import { ROLES, type Role } from '#lib/domain/roles.ts'
import { roleNames } from '../roleNames.ts'

/** The roles somebody has, or will have: they stack, so that several can be ticked. */
export function RolesMenu({
  label,
  roles,
  onChange,
  whyNot,
  field = false,
}: {
  /** Whose roles they are: "Roles of Ana". */
  readonly label: string
  readonly roles: readonly string[]
  readonly onChange: (roles: readonly Role[]) => void
  /** Why the roles cannot become these, or null. */
  readonly whyNot: (roles: readonly Role[]) => string | null
  /** It stands among the fields of a form. */
  readonly field?: boolean
}) {
  const meanings = useTranslations('settings.roleMeanings')
  const words = useTranslations('words')
  return (
    <Menu
      wide
      align={field ? 'start' : 'end'}
      trigger={
        <Button
          size={field ? 'normal' : 'small'}
          aria-label={`${label}: ${roleNames(words, roles)}`}
          className={field ? 'w-full justify-between! border-control/60! text-body!' : 'max-w-full'}
        >
          <span className="min-w-0 truncate">{roleNames(words, roles)}</span>
          <ChevronDown aria-hidden size={14} className="shrink-0 text-subtle" />
        </Button>
      }
    >
      {ROLES.map((role) => {
        const checked = roles.includes(role)
        const next = ROLES.filter((one) => (one === role ? !checked : roles.includes(one)))
        return (
          <MenuCheckbox
            key={role}
            checked={checked}
            hint={meanings(role)}
            unavailable={whyNot(next)}
            onChange={() => onChange(next)}
          >
            {words(`roles.${role}`)}
          </MenuCheckbox>
        )
      })}
    </Menu>
  )
}
