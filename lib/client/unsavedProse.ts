import type { LocalStore } from './localStore.ts'

/** Gives the stories with prose that the server has not confirmed; null when the store cannot be read. */
export function unsavedStories(store: LocalStore): Promise<string[] | null> {
  return store.read(async (database) => {
    const marks = await database.getAll('unsaved')
    return [...new Set(marks.map(({ story }) => story))]
  })
}

/** Removes the prose of stories from this device, except where some of it is not confirmed by the server. */
export async function forgetProse(store: LocalStore, stories: readonly string[]): Promise<void> {
  if (stories.length === 0) return
  await store.write(forgetProse, async (database) => {
    const transaction = database.transaction(['prose', 'unsaved', 'brought'], 'readwrite')
    const prose = transaction.objectStore('prose')
    const remove = async (story: string) => {
      if ((await transaction.objectStore('unsaved').count(marksOf(story))) > 0) return
      const keys = await prose.index('story').getAllKeys(story)
      await Promise.all([
        ...keys.map((key) => prose.delete(key)),
        transaction.objectStore('brought').delete(story),
      ])
    }
    await Promise.all([...stories.map(remove), transaction.done])
  })
}

/** The marks of a story: one a tab with text in it that the server has not confirmed. */
export function marksOf(story: string): IDBKeyRange {
  return IDBKeyRange.bound([story], [story, []])
}
