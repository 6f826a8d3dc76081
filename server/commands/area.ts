import { isInArea } from '#lib/domain/lists.ts'
import type { Story } from '#lib/domain/story.ts'
import type { AreaInfo, ListChange, ListSnapshot } from '#lib/schema/wire.ts'
import type { Picture } from './picture.ts'

/** Gives the refinement area as a list: every live story. */
export function areaSnapshot(picture: Picture): ListSnapshot {
  const items: Story[] = []
  for (const story of picture.stories.values()) if (isInArea(story)) items.push(story)
  return { seq: picture.seq, items, info: areaInfo(picture) }
}

/**
 * Gives what brings a list that has seen everything up to `since` to the present (I8): one change, with the header,
 * which has no sequence of its own. A snapshot is better when most stories changed, and is the only answer to a
 * `since` this log never reached (a restored backup).
 */
export function areaChangesSince(
  picture: Picture,
  since: number,
): ListChange[] | 'snapshot needed' {
  if (since > picture.seq) return 'snapshot needed'
  const changed: string[] = []
  for (const [id, seq] of picture.lastSeq) if (seq > since) changed.push(id)
  if (changed.length > 200 && changed.length > picture.stories.size / 2) return 'snapshot needed'
  return [areaChange(picture, changed, { withInfo: true })]
}

/** Gives the present of these stories as a change of the list. */
export function areaChange(
  picture: Picture,
  stories: Iterable<string>,
  { withInfo }: { withInfo: boolean },
): ListChange {
  const set: Record<string, Story> = {}
  const gone: string[] = []
  for (const id of stories) {
    const story = picture.stories.get(id)
    if (story && isInArea(story)) set[id] = story
    else gone.push(id)
  }
  return { seq: picture.seq, set, gone, ...(withInfo && { info: areaInfo(picture) }) }
}

function areaInfo({ workspace, members }: Picture): AreaInfo {
  return {
    workspace: { id: workspace.id, name: workspace.name, keyPrefix: workspace.keyPrefix },
    members,
  }
}
