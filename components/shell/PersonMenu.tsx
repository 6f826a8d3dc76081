'use client'

import { Keyboard, LogOut, Monitor, Moon, Sun, UserRound } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { useMe } from '#components/session/hooks.ts'
import { Avatar } from '#components/ui/Avatar.tsx'
import { classes } from '#components/ui/classes.ts'
import { Menu, MenuChoices, MenuItem, MenuLine, MenuLink } from '#components/ui/Menu.tsx'
import { chooseTheme, subscribeTheme, themeChoice } from '#components/ui/theme.ts'
import { navigate, useHref } from './location.ts'
import { showOverlay } from './overlays.ts'
import type { Route } from './routes.ts'

const ACCOUNT: Route = { page: 'settings', section: 'account' }

/** The signed-in person: account, appearance, keys, sign out. */
export function PersonMenu({
  folded = false,
  side = 'top',
}: {
  readonly folded?: boolean
  readonly side?: 'top' | 'bottom'
}) {
  const t = textsOf('shell.person')
  const me = useMe()
  const href = useHref()
  const theme = useSyncExternalStore(subscribeTheme, themeChoice, () => 'system' as const)
  return (
    <Menu
      side={side}
      trigger={
        <button
          type="button"
          aria-label={t('label', { name: me.name })}
          className="flex h-row min-w-0 items-center gap-2 rounded-button px-1.5 text-start transition-colors hover:bg-hover data-popup-open:bg-hover"
        >
          <Avatar person={me} />
          <span className={classes('min-w-0 truncate', folded && 'sr-only')}>{me.name}</span>
        </button>
      }
    >
      <div className="max-w-60 px-2 pt-1 pb-1.5">
        <div className="truncate text-interface font-medium">{me.name}</div>
        <div className="truncate text-label text-subtle">{me.email}</div>
      </div>
      <MenuLine />
      <MenuLink
        href={href(ACCOUNT)}
        onSelect={() => navigate(ACCOUNT)}
        icon={<UserRound aria-hidden size={16} />}
      >
        {t('account')}
      </MenuLink>
      <MenuItem
        icon={<Keyboard aria-hidden size={16} />}
        keys="?"
        onSelect={() => showOverlay('keys')}
      >
        {t('keys')}
      </MenuItem>
      <MenuLine />
      <MenuChoices
        heading={t('appearance')}
        value={theme}
        onChoose={chooseTheme}
        choices={[
          { value: 'light', label: t('light'), icon: <Sun aria-hidden size={16} /> },
          { value: 'dark', label: t('dark'), icon: <Moon aria-hidden size={16} /> },
          { value: 'system', label: t('system'), icon: <Monitor aria-hidden size={16} /> },
        ]}
      />
      <MenuLine />
      <MenuItem icon={<LogOut aria-hidden size={16} />} onSelect={() => showOverlay('sign-out')}>
        {t('signOut')}
      </MenuItem>
    </Menu>
  )
}
