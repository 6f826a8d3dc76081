import { StoryIndex, type StoryWords } from '../../search/storyIndex.ts'
import { KeptWords } from './keptWords.ts'
import type { FromWorker, ToWorker } from './messages.ts'

/**
 * The work of the search worker: keeps the index of what the page names, with the words that this device keeps of it. Gives the
 * function that takes the page's messages; `tell` sends to the page.
 */
export function createSearcher(
  factory: IDBFactory,
  tell: (message: FromWorker) => void,
): (message: ToWorker) => void {
  const index = new StoryIndex()
  /** Also of stories that the page has not named yet. */
  const read = new Map<string, StoryWords>()
  let kept: KeptWords | null = null
  let isReading = false
  let isMore = false

  const look = async () => {
    isMore = true
    if (isReading || !kept) return
    isReading = true
    while (isMore) {
      isMore = false
      try {
        for await (const stories of kept.news()) {
          for (const { story, text, comments } of stories) {
            read.set(story, { text, comments })
            index.describe(story, { text, comments })
          }
          if (stories.length > 0) tell({ kind: 'read', stories: read.size, isReading: true })
        }
      } catch {
        // The page wiped or upgraded its store meanwhile: the next look begins where this one ended.
      }
    }
    isReading = false
    tell({ kind: 'read', stories: read.size, isReading: false })
  }

  return (message) => {
    switch (message.kind) {
      case 'begin':
        kept = new KeptWords(factory, message.database)
        void look()
        return
      case 'stories':
        for (const line of message.set) {
          const isNew = !index.has(line.id)
          index.put(line)
          const words = isNew && read.get(line.id)
          if (words) index.describe(line.id, words)
        }
        for (const id of message.gone) {
          index.remove(id)
          read.delete(id)
        }
        return
      case 'look':
        void look()
        return
      case 'find': {
        const { ask, question, filter, most } = message
        tell({ kind: 'found', ask, found: index.find(question, filter, most) })
      }
    }
  }
}
