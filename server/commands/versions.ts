import type { WorkspaceEvent } from '#lib/domain/event.ts'
import type { NewVersion } from '#server/storage/storage.ts'
import { EMPTY_DOCUMENT, type Reading } from './documents.ts'
import type { Folded } from './fold.ts'

/**
 * Gives the versions to keep of a command's events: what each document said when its story came into another stage, step
 * or team, when a version was asked for and after one was restored, with its readiness as judged then.
 */
export async function versionsOf(
  { events, stories }: Pick<Folded, 'events' | 'stories'>,
  read: (story: string) => Reading | null | undefined | Promise<Reading | null>,
): Promise<NewVersion[]> {
  const versions: NewVersion[] = []
  for (const event of events) {
    const { seq, type, story, by, at } = event
    if (!KEPT_AT.has(type) || story === null) continue
    const readiness = stories.get(story)?.readiness
    if (!readiness) continue
    const read_ = read(story)
    // Not awaited where it is there already: the text is that of this turn.
    const reading = read_ instanceof Promise ? await read_ : read_
    const bytes = reading?.state() ?? EMPTY_DOCUMENT
    const writers = { owners: reading?.owners ?? NOBODY, last: reading?.by ?? null }
    const name = nameIn(event)
    versions.push({ seq, story, cause: type, by, at, readiness, name, bytes, writers })
  }
  return versions
}

function nameIn(event: WorkspaceEvent): string | null {
  return event.type === 'VersionKept' ? event.name : null
}

/** Gives the stories whose versions other people see differently after these events. */
export function versionsIn(events: readonly WorkspaceEvent[]): readonly string[] {
  const told = events.filter(({ type }) => KEPT_AT.has(type) || type === 'VersionNamed')
  return [...new Set(told.flatMap(({ story }) => story ?? []))]
}

const NOBODY: ReadonlyMap<number, string> = new Map()

const KEPT_AT: ReadonlySet<string> = new Set([
  'StoryMoved',
  'StorySentBack',
  'StoryAssigned',
  'StoryReassigned',
  'StoryStepped',
  'VersionKept',
  'VersionRestored',
])
