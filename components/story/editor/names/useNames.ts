import { useMemo } from 'react'
import { useWorkspaceClient } from '#components/session/hooks.ts'
import { changeBoard, navigate } from '#components/shell/location.ts'
import { formatPlace, parsePlace, type Route } from '#components/shell/routes.ts'
import type { MentionOptions } from './mentionViews.ts'
import type { Named } from './named.ts'

/** Gives what the mentions of a story are drawn with. In a panel beside a board a story opens in that panel. */
export function useNames(storyId: string, beside: boolean): MentionOptions {
  const client = useWorkspaceClient()
  const { area, workspaceId } = client
  return useMemo(
    () => ({
      area,
      storyId,
      // Not while the view is being told: it would be told again in the middle of it.
      lacks: () => queueMicrotask(() => client.bringFiled()),
      goTo: (named) => goTo(named, storyId, beside),
      hrefOf: (named) => hrefOf(named, workspaceId),
    }),
    [client, area, storyId, beside, workspaceId],
  )
}

function goTo({ to }: Named, storyId: string, beside: boolean): void {
  switch (to?.kind) {
    case 'story':
      if (beside && parsePlace(location)?.route.page === 'refine') changeBoard({ peek: to.key })
      else navigate({ page: 'story', key: to.key })
      return
    case 'team':
      navigate({ page: 'backlog', team: to.team })
      return
    case 'block':
      if (to.story !== storyId) navigate({ page: 'story', key: to.story })
      goToBlock(to.id)
      return
    case undefined:
      return
    default:
      return to satisfies never
  }
}

/** The address names the block, so that the text shows it as it does whatever a link leads to. */
function goToBlock(id: string): void {
  if (location.hash === `#${id}`) window.dispatchEvent(new HashChangeEvent('hashchange'))
  else location.hash = id
}

function hrefOf({ to }: Named, workspace: string): string | null {
  if (to === null) return null
  const address = (route: Route) => new URL(formatPlace({ workspace, route }), location.origin).href
  switch (to.kind) {
    case 'story':
      return address({ page: 'story', key: to.key })
    case 'team':
      return address({ page: 'backlog', team: to.team })
    case 'block':
      return `${address({ page: 'story', key: to.story })}#${to.id}`
    default:
      return to satisfies never
  }
}
