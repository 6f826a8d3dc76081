import type { WorkspaceClient } from '#lib/client/client.ts'
import type { Uploads } from '#lib/client/uploads/uploads.ts'
import { createStore, type Store } from '../store.ts'
import { type Chromes, createChromes } from '../structure/chrome.ts'

/** The picture that fills the screen. */
export interface Zoomed {
  readonly pos: number
  /** It was opened to comment on a part of it. */
  readonly comments: boolean
}

/** What the plugins of files and the views of pictures share. */
export interface FileParts {
  readonly story: string
  readonly workspace: string
  /** The places of files in the text, which React fills. */
  readonly chromes: Chromes
  /** Null while none does. */
  readonly zoomed: Store<Zoomed | null>
  /** The files on their way; the code for them comes with the first. Null: it cannot come at the moment. */
  readonly uploads: () => Promise<Uploads | null>
}

/** Makes them for one editor. */
export function createFileParts(story: string, client: WorkspaceClient): FileParts {
  return {
    story,
    workspace: client.workspaceId,
    chromes: createChromes(),
    zoomed: createStore<Zoomed | null>(null),
    uploads: async () => {
      const code = await import('#lib/client/uploads/uploadsOf.ts').catch(() => null)
      return code && code.uploadsOf(client)
    },
  }
}

/** What is pressed for itself, and neither chooses nor drags what it belongs to. */
export const CONTROLS = 'button, input, a, [role="toolbar"], dialog'
