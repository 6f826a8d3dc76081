import { Doc } from 'yjs'
import { appendCriteria, appendStory, hasAppended } from '#lib/doc/append.ts'
import { filesIn } from '#lib/doc/fileBlocks.ts'
import type { OpenWorkspace } from '#server/commands/workspaces.ts'
import type { Files } from '#server/files/files.ts'
import type { DocumentStore } from '#server/storage/storage.ts'
import { fill } from './load.ts'
import { storyDocument } from './names.ts'
import type { Prose } from './prose.ts'

/**
 * Brings the text of duplicates over into the story they were merged into, and criteria into what was split off their story. The document itself remembers what it has,
 * so that each text comes once, however often the server dies in between.
 */
export class Merges {
  readonly #workspace: OpenWorkspace
  readonly #store: DocumentStore
  readonly #files: Pick<Files, 'share'>
  readonly #openDocument: (name: string) => Doc | null

  /** `openDocument` gives a document that is in memory. */
  constructor(
    workspace: OpenWorkspace,
    store: DocumentStore,
    files: Pick<Files, 'share'>,
    openDocument: (name: string) => Doc | null,
  ) {
    this.#workspace = workspace
    this.#store = store
    this.#files = files
    this.#openDocument = openDocument
  }

  /** Appends what is missing to an open document. Rejects when storage does not answer. */
  async bringInto(prose: Prose): Promise<void> {
    for (const { from, by, seq, criteria } of this.#workspace.mergedInto(prose.story)) {
      if (hasAppended(prose.document, { from, seq })) continue
      const source = await this.#read(from)
      // Before the text that shows them. Those that do not fit any more are shown as not available.
      const ids = filesIn(source)
      await this.#files.share({ workspace: this.#workspace.id, from, to: prose.story, ids })
      // Somebody else may have brought it while this waited, or it was removed for good.
      const story = this.#workspace.story(from)
      if (!story || hasAppended(prose.document, { from, seq })) continue
      prose.writing = { by, candidates: [prose.document.clientID] }
      try {
        if (criteria) appendCriteria(prose.document, source, { from, seq, criteria })
        else {
          const heading = `From ${story.key}: ${story.title}`
          appendStory(prose.document, source, { from, seq, heading, where: `See ${story.key}.` })
        }
      } finally {
        prose.writing = null
      }
    }
  }

  async #read(story: string): Promise<Doc> {
    const name = storyDocument(story)
    const open = this.#openDocument(name)
    if (open) return open
    const doc = new Doc()
    const stored = await this.#store.load(this.#workspace.id, name)
    if (stored) fill(doc, stored)
    return doc
  }
}
