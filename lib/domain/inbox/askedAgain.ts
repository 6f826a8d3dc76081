import type { AskedQuestion } from '../facts.ts'
import type { Story } from '../story.ts'
import type { EntriesOfStory } from './followers.ts'
import type { Notice } from './notice.ts'

/**
 * Says whether whoever is to answer was told of a question before it left the text and came back, with an older version or by
 * an undo. Answered in between it is asked anew.
 */
export function toldOfAlready(
  before: Story | null,
  entries: EntriesOfStory,
): (question: AskedQuestion) => boolean {
  const stood = new Set(before?.facts?.asked?.map(({ id }) => id))
  return ({ id, by, owner }) => {
    if (stood.has(id) || owner === null) return false
    const told = entries
      .get(owner)
      ?.notices.find(({ what }) => what.kind === 'asked' && what.question === id)
    if (!told || (by !== null && told.by !== by)) return false
    const isAnswered = ({ seq, what }: Notice) =>
      what.kind === 'answered' && what.question === id && seq > told.seq
    return !(by !== null && entries.get(by)?.notices.some(isAnswered))
  }
}
