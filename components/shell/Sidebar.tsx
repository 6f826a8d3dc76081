'use client'

import { PanelLeftClose, PanelLeftOpen, Search } from 'lucide-react'
import { textsOf } from '#components/language/loaded.ts'
import { classes } from '#components/ui/classes.ts'
import { useBehind } from '#components/ui/useBehind.ts'
import { IconButton } from '#components/ui/IconButton.tsx'
import { Keys } from '#components/ui/Kbd.tsx'
import { toggleSidebar, useFolded } from './folding.ts'
import { InboxBadge } from './InboxBadge.tsx'
import { Link } from './Link.tsx'
import { useRoute } from './location.ts'
import { loadLive } from './live/loading.ts'
import { ENTRIES, type Entry, LATER_ENTRIES } from './navigation.tsx'
import { useIsInView } from './openView.ts'
import { showOverlay } from './overlays.ts'
import { PersonMenu } from './PersonMenu.tsx'
import { TeamLinks } from './TeamLinks.tsx'
import { useTeamHere } from './teams.ts'
import { loadViews } from './views/loading.ts'
import { WithTooltip } from './WithTooltip.tsx'
import { WorkspaceMenu } from './WorkspaceMenu.tsx'

/** From 768 px on: where a person can go. `[` folds it to its icons. */
export function Sidebar() {
  const t = textsOf('shell.nav')
  const folded = useFolded()
  const views = useBehind(loadViews)
  return (
    <div
      className={classes(
        'hidden min-h-0 flex-col gap-3 border-e bg-sunken p-2 md:flex',
        folded ? 'w-14 items-center' : 'w-56',
      )}
    >
      <div
        className={classes(
          'flex items-center',
          folded ? 'justify-center' : 'justify-between gap-1',
        )}
      >
        <WorkspaceMenu folded={folded} />
        {folded ? null : <FoldButton folded={false} />}
      </div>
      <WithTooltip show={folded} text={t('search')} keys="$mod+K">
        <button
          type="button"
          onClick={() => showOverlay('palette')}
          aria-label={t('find')}
          className={classes(
            'flex h-control items-center gap-2 rounded-button border bg-surface text-subtle transition-colors hover:border-control/50 hover:text-muted',
            folded ? 'w-control justify-center' : 'px-2',
          )}
        >
          <Search aria-hidden size={16} className="shrink-0" />
          {folded ? null : (
            <>
              <span className="flex-1 text-start">{t('search')}</span>
              <Keys keys="$mod+K" />
            </>
          )}
        </button>
      </WithTooltip>
      <nav
        aria-label={t('label')}
        className="flex min-h-0 flex-1 flex-col gap-0.5 overflow-y-auto [scrollbar-width:none]"
      >
        <Entries entries={ENTRIES} folded={folded} />
        {views && !folded ? <views.ViewLinks /> : null}
        <TeamLinks folded={folded} />
        <div className="mt-auto flex flex-col gap-0.5">
          <Entries entries={LATER_ENTRIES} folded={folded} />
        </div>
      </nav>
      {folded ? <FoldButton folded /> : null}
      <PersonMenu folded={folded} />
    </div>
  )
}

function Entries({
  entries,
  folded,
}: {
  readonly entries: readonly Entry[]
  readonly folded: boolean
}) {
  const t = textsOf('shell.nav')
  const { route } = useRoute()
  const team = useTeamHere()
  const isInView = useIsInView() && !folded
  const live = useBehind(loadLive)
  return entries.map(({ name, icon, to, keys, contains, hasBadge, isLive }) => {
    const isHere = !isInView && contains(route, team)
    const entry = (
      <WithTooltip key={name} show={folded} text={t(name)} keys={keys}>
        <Link
          to={typeof to === 'function' ? to() : to}
          aria-current={isHere ? 'page' : undefined}
          className={classes(
            'relative flex h-control items-center gap-2 rounded-button transition-colors',
            folded ? 'w-control justify-center' : 'px-2',
            isHere
              ? 'bg-selected font-medium text-text'
              : 'text-muted hover:bg-hover hover:text-text',
          )}
        >
          {icon}
          <span className={folded ? 'sr-only' : ''}>{t(name)}</span>
          {hasBadge ? <InboxBadge compact={folded} /> : null}
        </Link>
      </WithTooltip>
    )
    return isLive && live ? [entry, <live.LiveLinks key="live" folded={folded} />] : entry
  })
}

function FoldButton({ folded }: { readonly folded: boolean }) {
  const t = textsOf('shell.nav')
  return (
    <IconButton
      label={folded ? t('unfold') : t('fold')}
      keys="["
      size="small"
      onClick={toggleSidebar}
    >
      {folded ? <PanelLeftOpen aria-hidden size={16} /> : <PanelLeftClose aria-hidden size={16} />}
    </IconButton>
  )
}
