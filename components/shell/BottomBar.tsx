'use client'

import { Search } from 'lucide-react'
import { textsOf } from '#components/language/loaded.ts'
import { classes } from '#components/ui/classes.ts'
import { useBehind } from '#components/ui/useBehind.ts'
import { InboxBadge } from './InboxBadge.tsx'
import { Link } from './Link.tsx'
import { loadLive } from './live/loading.ts'
import { useRoute } from './location.ts'
import { ENTRIES } from './navigation.tsx'
import { showOverlay } from './overlays.ts'
import { useTeamHere } from './teams.ts'
import { TeamsEntry } from './TeamsEntry.tsx'

const entry =
  'flex min-w-0 flex-auto flex-col items-center justify-center gap-0.5 px-1 text-meta font-medium'

const look = (current: boolean) => classes(entry, current ? 'text-accent-text' : 'text-muted')

/** Under 768 px: the sidebar's entries where a thumb reaches them (UX21). */
export function BottomBar() {
  const t = textsOf('shell.nav')
  const { route } = useRoute()
  const team = useTeamHere()
  const live = useBehind(loadLive)
  return (
    <nav
      aria-label={t('label')}
      className="flex h-14 shrink-0 items-stretch border-t bg-surface pb-[env(safe-area-inset-bottom)] box-content md:hidden"
    >
      {ENTRIES.filter(({ isLive }) => !isLive).map(({ name, icon, to, contains, hasBadge }) => (
        <Link
          key={name}
          to={typeof to === 'function' ? to() : to}
          aria-current={contains(route, team) ? 'page' : undefined}
          className={classes(
            entry,
            'relative',
            contains(route, team) ? 'text-accent-text' : 'text-muted',
          )}
        >
          {icon}
          <span className="max-w-full truncate">{t(name)}</span>
          {hasBadge ? <InboxBadge compact /> : null}
        </Link>
      ))}
      {live ? <live.LiveBarEntry look={look} /> : null}
      <TeamsEntry look={look} />
      <button
        type="button"
        className={classes(entry, 'text-muted')}
        onClick={() => showOverlay('palette')}
      >
        <Search aria-hidden size={16} />
        <span className="max-w-full truncate">{t('search')}</span>
      </button>
    </nav>
  )
}
