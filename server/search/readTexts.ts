import { applyUpdate, Doc } from 'yjs'
import { storyText } from '#lib/doc/read.ts'
import { wordsOf } from '#lib/search/words.ts'
import type { Storage } from '#server/storage/storage.ts'

/** So much of a text is searched, in characters: nobody reads as much of one story. */
export const TEXT_MAX = 50_000

/**
 * Reads what has been written in stories since it was last read, up to `most` of them, each in a turn of its own. Gives whether
 * that was all. Rejects when storage does; what was read until then stays.
 */
export async function readTexts(
  { documents, texts }: Pick<Storage, 'documents' | 'texts'>,
  workspace: string,
  most: number,
): Promise<boolean> {
  const unread = await texts.unread(workspace, most)
  for (const { story, position } of unread) {
    // The log may have grown since: then it is read once more than needed.
    const text = await textOf(documents, workspace, story)
    const words = [...new Set([...wordsOf(text)].map(({ folded }) => folded))]
    await texts.keep(workspace, { story, position, text, words })
    // Decoding a document takes some milliseconds: others have their turn in between.
    await new Promise(setImmediate)
  }
  return unread.length < most
}

async function textOf(
  documents: Storage['documents'],
  workspace: string,
  story: string,
): Promise<string> {
  const stored = await documents.load(workspace, `story:${story}`)
  if (!stored) return ''
  const doc = new Doc()
  try {
    doc.transact(() => {
      if (stored.snapshot) applyUpdate(doc, stored.snapshot)
      for (const { update } of stored.log) applyUpdate(doc, update)
    })
    return storyText(doc).slice(0, TEXT_MAX)
  } catch {
    // A document that cannot be read is left out of the search, and of nothing else.
    return ''
  } finally {
    doc.destroy()
  }
}
