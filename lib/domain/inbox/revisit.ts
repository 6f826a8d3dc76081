import type { NewEvent } from '../event.ts'
import type { Story } from '../story.ts'

/**
 * Gives the reminders that are due (IN7): of each Won't do story whose day has come, once for each story and day. `today`
 * is `YYYY-MM-DD`; `reminded` gives the day that a story was last reminded of.
 */
export function revisitsDue(
  stories: Iterable<Story>,
  reminded: ReadonlyMap<string, string>,
  today: string,
): Extract<NewEvent, { type: 'RevisitCame' }>[] {
  const due: Extract<NewEvent, { type: 'RevisitCame' }>[] = []
  for (const { id, stage, revisitOn, trashedAt } of stories) {
    if (stage !== 'wont-do' || revisitOn === null || trashedAt !== null) continue
    if (revisitOn > today || reminded.get(id) === revisitOn) continue
    due.push({ type: 'RevisitCame', story: id, on: revisitOn })
  }
  return due
}
