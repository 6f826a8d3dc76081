'use client'

import { Archive, Ellipsis, Pencil } from 'lucide-react'
import { useTranslations } from 'use-intl/react'
import { runAction } from '#components/actions/index.ts'
import { Link } from '#components/shell/Link.tsx'
import { IconButton } from '#components/ui/IconButton.tsx'
import { Menu, MenuItem } from '#components/ui/Menu.tsx'
import { ReorderHandle } from '#components/ui/reorder/ReorderHandle.tsx'
import type { Reorder } from '#components/ui/reorder/useReorder.ts'
import { useToday } from '#components/ui/useToday.ts'
import { ColourMenu } from './ColourMenu.tsx'
import type { RowTarget } from './rowActions.ts'
import { StoryCounts } from './StoryCounts.tsx'
import { archiveTheme, changeTheme } from './themeActions.ts'
import { type Counts, isOver, timeBox } from './themes.ts'

/** One theme in the list of all. */
export function ThemeRow({
  target,
  counts,
  reorder,
  entrance,
}: {
  readonly target: RowTarget
  readonly counts: Counts
  readonly reorder: Reorder
  /** Tab reaches the list here. */
  readonly entrance: boolean
}) {
  const t = useTranslations('themes')
  const { theme, locked, edit } = target
  const box = timeBox(t, theme)
  const today = useToday()
  return (
    <li
      data-row={theme.id}
      className="group grid min-h-row grid-cols-[auto_auto_1fr_auto] items-center gap-x-2 gap-y-1 bg-surface px-2 py-1.5 hover:bg-hover/60 data-lifted:relative data-lifted:z-10 data-lifted:rounded-button data-lifted:shadow-lifted lg:grid-cols-[auto_auto_1fr_auto_auto_auto]"
    >
      <ReorderHandle name={theme.name} reorder={reorder} id={theme.id} disabled={locked !== null} />
      <ColourMenu
        name={theme.name}
        colour={theme.colour}
        disabled={locked !== null}
        onChoose={(colour) => runAction(changeTheme, { ...target, change: { colour } })}
      />
      <div className="min-w-0">
        <Link
          to={{ page: 'theme', theme: theme.id }}
          data-theme-link={theme.id}
          tabIndex={entrance ? 0 : -1}
          className="block truncate rounded-control font-medium hover:underline"
        >
          {theme.name}
        </Link>
        {theme.intent ? (
          <p className="line-clamp-2 text-label text-muted lg:line-clamp-1">{theme.intent}</p>
        ) : null}
      </div>
      <span className="text-label whitespace-nowrap text-muted empty:hidden max-lg:col-start-3 max-lg:row-start-3">
        {box ? (
          <>
            {box}
            {isOver(theme, today) ? <span className="text-danger"> · {t('over')}</span> : null}
          </>
        ) : null}
      </span>
      <div className="max-lg:col-start-3 max-lg:row-start-2 lg:col-start-5 lg:w-60 lg:ps-3">
        <StoryCounts counts={counts} inColumns />
      </div>
      <div className="max-lg:col-start-4 max-lg:row-start-1 lg:col-start-6">
        <Menu
          align="end"
          trigger={
            <IconButton label={t('moreAbout', { name: theme.name })} size="small" tooltip={false}>
              <Ellipsis aria-hidden size={16} />
            </IconButton>
          }
        >
          <MenuItem
            icon={<Pencil aria-hidden size={16} />}
            keys="E"
            unavailable={locked}
            onSelect={() => edit(theme)}
          >
            {t('edit')}
          </MenuItem>
          <MenuItem
            icon={<Archive aria-hidden size={16} />}
            keys="Delete"
            unavailable={locked}
            onSelect={() => runAction(archiveTheme, target)}
          >
            {t('archive')}
          </MenuItem>
        </Menu>
      </div>
    </li>
  )
}
