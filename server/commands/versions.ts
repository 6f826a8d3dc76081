import type { NewVersion } from '#server/storage/storage.ts'
import { EMPTY_DOCUMENT, type Reading } from './documents.ts'
import type { Folded } from './fold.ts'

/**
 * Gives the versions to keep of a command's events: what each document said when its story came into another stage, step
 * or team, with its readiness as judged then.
 */
export async function versionsOf(
  { events, stories }: Pick<Folded, 'events' | 'stories'>,
  read: (story: string) => Reading | null | undefined | Promise<Reading | null>,
): Promise<NewVersion[]> {
  const versions: NewVersion[] = []
  for (const { seq, type, story, by, at } of events) {
    if (!KEPT_AT.has(type) || story === null) continue
    const readiness = stories.get(story)?.readiness
    if (!readiness) continue
    const read_ = read(story)
    // Not awaited where it is there already: the text is that of this turn.
    const reading = read_ instanceof Promise ? await read_ : read_
    const bytes = reading?.state() ?? EMPTY_DOCUMENT
    versions.push({ seq, story, cause: type, by, at, readiness, bytes })
  }
  return versions
}

const KEPT_AT: ReadonlySet<string> = new Set([
  'StoryMoved',
  'StorySentBack',
  'StoryAssigned',
  'StoryReassigned',
  'StoryStepped',
])
