import type { Story } from '../story.ts'
import type { InboxEntry } from './entry.ts'
import type { Why } from './notice.ts'

/** What everybody's inboxes hold of one story, by the person's id. */
export type EntriesOfStory = ReadonlyMap<string, InboxEntry>

/**
 * Gives who follows a story, and why (IN2): who captured it, who watches it, who wrote in it or was mentioned or asked
 * there; without those who left or muted it.
 */
export function followersOf(story: Story, entries: EntriesOfStory): ReadonlyMap<string, Why> {
  const followers = new Map<string, Why>()
  for (const [user, { stance }] of entries) {
    if (stance === 'taking-part') followers.set(user, 'taking-part')
  }
  for (const user of story.watchers) followers.set(user, 'watching')
  followers.set(story.capturedBy, 'captured')
  for (const [user, { stance }] of entries) {
    if (stance === 'left' || stance === 'muted') followers.delete(user)
  }
  return followers
}

/** Gives why somebody follows a story, or null when they do not. */
export function whyFollows(
  story: Story,
  user: string,
  stance: InboxEntry['stance'],
): Extract<Why, 'captured' | 'watching' | 'taking-part'> | null {
  if (stance === 'left' || stance === 'muted') return null
  if (story.capturedBy === user) return 'captured'
  if (story.watchers.includes(user)) return 'watching'
  return stance === 'taking-part' ? 'taking-part' : null
}
