import type { Database } from './localStore.ts'

/** A story, and the digest of its text in the list. */
export interface Candidate {
  readonly id: string
  readonly text: string
}

/** Nothing of it is on the disk, or an earlier text. */
export type Need = 'missing' | 'older'

/**
 * Gives what has to be brought: stories that have no prose on the disk, not even the note that nothing is written yet, and
 * those whose text is another one in the list than the one that was brought.
 */
export async function needsOf(
  database: Database,
  stories: readonly Candidate[],
): Promise<Map<string, Need>> {
  const transaction = database.transaction(['prose', 'brought'])
  const prose = transaction.objectStore('prose').index('story')
  const brought = transaction.objectStore('brought')
  const needs = new Map<string, Need>()
  const look = async ({ id, text }: Candidate) => {
    const [key, known] = await Promise.all([prose.getKey(id), brought.get(id)])
    if (key === undefined) needs.set(id, 'missing')
    else if (text !== '' && known !== text) needs.set(id, 'older')
  }
  await Promise.all([...stories.map(look), transaction.done])
  return needs
}
