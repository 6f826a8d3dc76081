'use client'

import { Bookmark, ChevronDown } from 'lucide-react'
import { availability, type Action, runAction, useActions } from '#components/actions/index.ts'
import { titleOf } from '#components/actions/titles.ts'
import { textsOf } from '#components/language/loaded.ts'
import { useReadable } from '#components/session/hooks.ts'
import { Button } from '#components/ui/Button.tsx'
import { Menu, MenuGroup, MenuItem, MenuLine, MenuLink } from '#components/ui/Menu.tsx'
import type { View } from '#lib/domain/view.ts'
import { navigate, useHref } from '../location.ts'
import { menuOpen } from './dialogs.ts'
import { useViewHere, useViews, type ViewTarget } from './here.ts'
import { routeOf } from './look.ts'
import {
  copyViewLink,
  removeView,
  renameView,
  resetView,
  saveAsNew,
  saveChanges,
  shareView,
  unshareView,
  VIEW_ACTIONS,
} from './viewActions.ts'
import { ViewIcon, ViewPlace } from './ViewLinks.tsx'
import { ViewNaming } from './ViewNaming.tsx'

/** Beside the title of a board or backlog: the view it is looked at as, the others, and what can be done with it. */
export function ViewMenu() {
  const target = useViewHere()
  useActions(VIEW_ACTIONS, target)
  return target ? (
    <>
      <Views target={target} />
      <ViewNaming target={target} />
    </>
  ) : null
}

function Views({ target }: { readonly target: ViewTarget }) {
  const t = textsOf('views')
  const { view } = target
  const open = useReadable(menuOpen)
  const views = useViews()
  const mine = views.filter(({ isShared }) => !isShared)
  const shared = views.filter(({ isShared }) => isShared)
  return (
    <Menu
      open={open}
      onOpenChange={(next) => menuOpen.set(next)}
      trigger={
        <Button
          look="quiet"
          size="small"
          icon={<Bookmark aria-hidden size={14} />}
          aria-label={view ? t('choose', { name: view.name }) : t('heading')}
          className="shrink-0"
        >
          <span className="max-w-48 truncate max-md:sr-only">{view?.name ?? t('heading')}</span>
          <ChevronDown aria-hidden size={14} className="text-subtle max-md:hidden" />
        </Button>
      }
    >
      <Several heading={t('mine')} views={mine} current={view} />
      <Several heading={t('sharedOnes')} views={shared} current={view} />
      {views.length > 0 ? <MenuLine /> : null}
      <Doing action={saveChanges} target={target} />
      <Doing action={saveAsNew} target={target} />
      <Doing action={resetView} target={target} />
      {view ? <MenuLine /> : null}
      <Doing action={renameView} target={target} />
      <Doing action={shareView} target={target} />
      <Doing action={unshareView} target={target} />
      <Doing action={copyViewLink} target={target} />
      <Doing action={removeView} target={target} danger />
    </Menu>
  )
}

function Several({
  heading,
  views,
  current,
}: {
  readonly heading: string
  readonly views: readonly View[]
  readonly current: View | null
}) {
  const href = useHref()
  if (views.length === 0) return null
  return (
    <MenuGroup heading={heading}>
      {views.map((view) => (
        <MenuLink
          key={view.id}
          href={href(routeOf(view))}
          current={view.id === current?.id}
          icon={<ViewIcon view={view} />}
          onSelect={() => navigate(routeOf(view))}
        >
          <span className="flex items-baseline gap-2">
            <span className="truncate">{view.name}</span>
            <ViewPlace view={view} />
          </span>
        </MenuLink>
      ))}
    </MenuGroup>
  )
}

/** An action where it can be done, or why not; nothing where it makes no sense. */
function Doing({
  action,
  target,
  danger = false,
}: {
  readonly action: Action<ViewTarget>
  readonly target: ViewTarget
  readonly danger?: boolean
}) {
  const can = availability(action, target)
  if (can.kind === 'hidden') return null
  return (
    <MenuItem
      keys={action.keys?.[0]}
      danger={danger}
      unavailable={can.kind === 'explained' ? can.reason : null}
      onSelect={() => runAction(action, target)}
    >
      {titleOf(action)}
    </MenuItem>
  )
}
