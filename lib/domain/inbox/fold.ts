import type { StoryEvent } from '../event.ts'
import { isInTalk } from '../talk/event.ts'
import { type InboxEntry, newEntry, takingPart, withNotice } from './entry.ts'
import { type Around, drawnInBy, noticesOf } from './noticesOf.ts'
import { concernedBy, talkedIn } from './ofTalk.ts'

/**
 * Gives the inbox entries of a story that an event changes, by the person's id (I8). Pure: the server's rows and the fold
 * in the tests come from here, and a browser's own inbox while its commands are on their way.
 */
export function inboxAfter(event: StoryEvent, around: Around): ReadonlyMap<string, InboxEntry> {
  const changed = new Map<string, InboxEntry>()
  const change = (user: string, to: (entry: InboxEntry) => InboxEntry) => {
    const entry = changed.get(user) ?? around.entries.get(user) ?? newEntry(event.story)
    const after = to(entry)
    if (after !== entry) changed.set(user, { ...after, seq: event.seq })
  }
  for (const [user, notice] of noticesOf(event, around)) {
    change(user, (entry) => withNotice(entry, notice))
  }
  for (const user of drawnInBy(event, around)) {
    if (around.world.members.has(user)) change(user, takingPart)
  }
  if (isInTalk(event)) {
    for (const user of concernedBy(event, around.entries)) {
      change(user, (entry) => talkedIn(entry, user, event))
    }
  }
  change(event.by, (entry) => ownAct(entry, event))
  return changed
}

/** Gives what a person's own act makes of their entry. */
export function ownAct(entry: InboxEntry, event: StoryEvent): InboxEntry {
  switch (event.type) {
    case 'NoticesDone':
      return { ...entry, doneUpTo: Math.max(entry.doneUpTo, event.upTo) }
    case 'NoticesUndone':
      return { ...entry, doneUpTo: Math.min(entry.doneUpTo, event.downTo) }
    case 'StoryMuted':
      return { ...entry, stance: 'muted' }
    case 'StoryUnmuted':
      return { ...entry, stance: 'taking-part' }
    case 'StoryUnwatched':
      return { ...entry, stance: 'left' }
    case 'StoryWatched':
      // Watching is told by the story; what stood against it goes.
      return entry.stance === 'left' || entry.stance === 'muted'
        ? { ...entry, stance: 'none' }
        : entry
    default:
      return entry
  }
}
