import type { EventType, WorkspaceEvent } from '../event.ts'

/** Events that one person caused in one go, told as one. Newest first; never empty. */
export type Run = readonly [WorkspaceEvent, ...WorkspaceEvent[]]

/** What is read and ordered in many small steps; only how it ended is worth telling. */
const GATHERED: ReadonlySet<EventType> = new Set<EventType>(['StoryDescribed', 'StoryRanked'])

/** Between two steps of one go lies at most this long, in ms. */
const PAUSE_MS = 30 * 60_000

/** Gathers events that stand side by side (newest first): the same change of one story by one person in one go. */
export function runsOf(events: readonly WorkspaceEvent[]): Run[] {
  const runs: [WorkspaceEvent, ...WorkspaceEvent[]][] = []
  for (const event of events) {
    const run = runs.at(-1)
    const last = run?.at(-1)
    if (!run || !last || !goesOn(event, last)) runs.push([event])
    // What the text says tells more than that it was kept.
    else if (run[0].type === 'VersionKept' && event.type !== 'VersionKept') run.unshift(event)
    else run.push(event)
  }
  return runs
}

function goesOn(earlier: WorkspaceEvent, later: WorkspaceEvent): boolean {
  return (
    GATHERED.has(kindOf(later)) &&
    kindOf(earlier) === kindOf(later) &&
    earlier.story === later.story &&
    earlier.by === later.by &&
    later.at - earlier.at <= PAUSE_MS
  )
}

/** A version that kept itself is the edit that it keeps. */
function kindOf(event: WorkspaceEvent): EventType {
  return event.type === 'VersionKept' && event.name === null ? 'StoryDescribed' : event.type
}
