import type { Visits } from '#components/session/visits.ts'
import { type Story, textOf } from '#lib/domain/story.ts'

/**
 * True for a story that this person has opened on this device, and in which somebody else wrote last, something else than they
 * saw. One that was never opened here is not new: a device that is used for the first time would call everything so.
 */
export function hasChanged(
  story: Pick<Story, 'id' | 'written'>,
  visits: Visits,
  me: string,
): boolean {
  const seen = visits.get(story.id)
  if (seen === undefined || !story.written || story.written.by === me) return false
  return !seen.includes(textOf(story))
}
