'use client'

import { Bookmark, Users } from 'lucide-react'
import { useState } from 'react'
import { textsOf } from '#components/language/loaded.ts'
import { useSettings } from '#components/session/hooks.ts'
import { classes } from '#components/ui/classes.ts'
import type { View } from '#lib/domain/view.ts'
import { Link } from '../Link.tsx'
import { useRoute } from '../location.ts'
import { useViews } from './here.ts'
import { routeOf, viewable } from './look.ts'

/** So many are shown before one asks for the others. */
const FEW = 7

/** In the sidebar: the saved views, one's own and those everybody has. Nothing where there are none. */
export function ViewLinks() {
  const t = textsOf('views')
  const { route } = useRoute()
  const views = useViews()
  const [all, setAll] = useState(false)
  const here = viewable(route)?.saved
  if (views.length === 0) return null
  const hasMore = !all && views.length > FEW + 1
  const shown = hasMore ? views.filter(({ id }, index) => index < FEW || id === here) : views
  return (
    <div className="mt-3 flex flex-col gap-0.5">
      <h2 id="sidebar-views" className="px-2 pb-1 text-meta font-medium text-subtle">
        {t('heading')}
      </h2>
      <ul aria-labelledby="sidebar-views" className="flex flex-col gap-0.5">
        {shown.map((view) => (
          <li key={view.id} className="flex">
            <Link
              to={routeOf(view)}
              aria-current={view.id === here ? 'page' : undefined}
              className={classes(
                'flex h-control min-w-0 flex-1 items-center gap-2 rounded-button px-2 transition-colors',
                view.id === here
                  ? 'bg-selected font-medium text-text'
                  : 'text-muted hover:bg-hover hover:text-text',
              )}
            >
              <ViewIcon view={view} />
              <span className="truncate">{view.name}</span>
              <ViewPlace view={view} />
            </Link>
          </li>
        ))}
        {hasMore ? (
          <li>
            <button
              type="button"
              onClick={() => setAll(true)}
              className="h-control w-full rounded-button px-2 text-start text-label text-subtle hover:bg-hover hover:text-text"
            >
              {t('all', { count: views.length })}
            </button>
          </li>
        ) : null}
      </ul>
    </div>
  )
}

/** People for one that everybody has. */
export function ViewIcon({ view: { isShared } }: { readonly view: View }) {
  const Icon = isShared ? Users : Bookmark
  return (
    <>
      <Icon aria-hidden size={16} className="shrink-0" />
      {isShared ? <span className="sr-only">{textsOf('views')('shared')}</span> : null}
    </>
  )
}

/** Which team's backlog it is of. */
export function ViewPlace({ view: { backlog } }: { readonly view: View }) {
  const name = useSettings()?.teams.get(backlog ?? '')?.name
  return name === undefined ? null : (
    <span className="ms-auto max-w-20 shrink-0 truncate ps-1 text-meta font-normal text-subtle">
      {name}
    </span>
  )
}
