import { isAboutStory } from '../domain/command.ts'
import { isInboxCommand } from '../domain/inbox/command.ts'
import { areaList, listOf, talkList } from '../domain/lists.ts'
import type { Settings } from '../domain/settings.ts'
import type { ViewCommand } from '../domain/settingsCommand.ts'
import type { Story } from '../domain/story.ts'
import { isTalk } from '../domain/talk/command.ts'
import type { StoredCommand } from './localStore.ts'

/** What of this device a command is looked at in. */
export interface Surroundings {
  readonly workspaceId: string
  /** The name of one's own inbox. */
  readonly inbox: string
  /** The stories that the command changes, by its prediction. */
  readonly touched: readonly string[]
  /** Those it is judged on, pending changes included. */
  readonly stories: ReadonlyMap<string, Story>
  readonly views: Settings['views']
  /** Gives the name of the list that a story stands in. */
  homeOf(story: string): string | undefined
  isFollowed(list: string): boolean
  isTalkOpen(story: string): boolean
}

/** Gives the lists that a command's effect shows in: where its stories stand, and where it puts them. */
export function concernedBy({ command }: StoredCommand, around: Surroundings): readonly string[] {
  const { workspaceId, stories } = around
  if (isInboxCommand(command)) return [around.inbox]
  if ('view' in command) return homesOfView(command, around)
  const ids = new Set(around.touched)
  if (isAboutStory(command)) ids.add(command.story)
  const names = new Set<string>()
  for (const story of ids) {
    const now = stories.get(story)
    for (const name of [around.homeOf(story), now && listOf(now, workspaceId)])
      if (name && around.isFollowed(name)) names.add(name)
  }
  if (names.size === 0) names.add(areaList(workspaceId))
  if (isTalk(command) && around.isTalkOpen(command.story)) names.add(talkList(command.story))
  return [...names]
}

/** Shared views are in the area's header, one's own in the inbox's; one that is gone is in none. */
function homesOfView(
  command: ViewCommand,
  { views, workspaceId, inbox }: Surroundings,
): readonly string[] {
  const known = views.get(command.view)
  if (command.type === 'removeView' && !known) return []
  const asked = command.type === 'saveView' ? command.isShared : undefined
  return [(asked ?? known?.isShared) ? areaList(workspaceId) : inbox]
}
