'use client'

import { ChevronsUpDown, Plus, UserPlus } from 'lucide-react'
import { textsOf } from '#components/language/loaded.ts'
import { useAccount, useAreaFact } from '#components/session/hooks.ts'
import { classes } from '#components/ui/classes.ts'
import { Menu, MenuItem, MenuLine, MenuLink, MenuGroup } from '#components/ui/Menu.tsx'
import { Logo } from './Logo.tsx'
import { navigate, useHref, useRoute } from './location.ts'
import { showOverlay } from './overlays.ts'
import { LATER_ENTRIES, MEETINGS } from './navigation.tsx'
import { BOARD, formatPlace, type Route } from './routes.ts'

const PEOPLE: Route = { page: 'settings', section: 'people' }

/** The name of the workspace; opens the list of the person's workspaces. */
export function WorkspaceMenu({ folded = false }: { readonly folded?: boolean }) {
  const t = textsOf('shell')
  const { workspaces } = useAccount()
  const { workspace: here } = useRoute()
  const known = useAreaFact((area) => (area.phase === 'ready' ? area.workspace.name : null))
  const href = useHref()
  const name = known ?? workspaces.find(({ id }) => id === here)?.name ?? t('workspaces.unnamed')
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={t('workspaces.label', { name })}
          className="flex h-control min-w-0 items-center gap-2 rounded-button px-1.5 text-body font-semibold transition-colors hover:bg-hover data-popup-open:bg-hover"
        >
          <Logo />
          <span className={classes('min-w-0 truncate', folded && 'sr-only')}>{name}</span>
          {folded ? null : (
            <ChevronsUpDown aria-hidden size={14} className="shrink-0 text-subtle" />
          )}
        </button>
      }
    >
      <MenuGroup heading={t('workspaces.heading')}>
        {workspaces.map(({ id, name: other }) => (
          // Another workspace has a store and a socket of its own: the page is loaded anew.
          <MenuLink
            key={id}
            href={formatPlace({ workspace: id, route: BOARD })}
            current={id === here}
          >
            {id === here ? name : other}
          </MenuLink>
        ))}
      </MenuGroup>
      <MenuLine />
      <MenuLink
        href={href(PEOPLE)}
        onSelect={() => navigate(PEOPLE)}
        icon={<UserPlus aria-hidden size={16} />}
      >
        {t('workspaces.invite')}
      </MenuLink>
      {[MEETINGS, ...LATER_ENTRIES].map(({ name: page, icon, to }) => (
        <MenuLink key={page} href={href(to)} onSelect={() => navigate(to)} icon={icon}>
          {t(`nav.${page}`)}
        </MenuLink>
      ))}
      <MenuItem icon={<Plus aria-hidden size={16} />} onSelect={() => showOverlay('new-workspace')}>
        {t('workspaces.begin')}
      </MenuItem>
    </Menu>
  )
}
