import type { StoryEvent } from '../event.ts'
import type { Story } from '../story.ts'
import { isInTalk } from '../talk/event.ts'
import { type InboxEntry, newEntry, settledBy, takingPart, withNotice } from './entry.ts'
import { type Around, drawnInBy, newsInText, noticesOf } from './noticesOf.ts'
import { concernedBy, talkedIn } from './ofTalk.ts'
import { ownAct } from './ownAct.ts'

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
  change(event.by, (entry) => questionsSettled(ownAct(entry, event), event, around.before))
  return changed
}

/** [IN9] Whoever answers a question in the text has seen to being asked it. Asked again, it is told anew. */
function questionsSettled(entry: InboxEntry, event: StoryEvent, before: Story | null): InboxEntry {
  if (event.type !== 'StoryDescribed') return entry
  const answered = newsInText(before, event.facts).answered
  return answered.reduce(
    (now, { id }) =>
      settledBy(now, `answered ${id}`, (what) => what.kind === 'asked' && what.question === id),
    entry,
  )
}
