import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs'
import { answerWriters, closedQuestions } from '#lib/doc/closed.ts'
import { readFacts } from '#lib/doc/facts.ts'
import { mentionWriters } from '#lib/doc/mentions.ts'
import { textDigest } from '#lib/doc/textDigest.ts'
import type { DocumentFacts } from '#lib/domain/facts.ts'
import type { DocumentStore } from '#server/storage/storage.ts'

/** What a story's document says at one moment. */
export interface Reading {
  readonly facts: DocumentFacts
  /** A digest of the whole text; to be asked for in the turn of the reading. */
  text(): string
  /** Who wrote last, a user's id; null when nobody can tell any more. */
  readonly by: string | null
  /** Yjs client id to the user who owns it. */
  readonly owners: ReadonlyMap<number, string>
  /** Who wrote the names of these people and teams, as far as that is known; to be asked for in the turn of the reading. */
  mentionedBy(named: readonly string[]): Readonly<Record<string, string>>
  /** Which of these questions stand in the text, closed; to be asked for in the turn of the reading. */
  closed(questions: readonly string[]): readonly string[]
  /** Who answered these questions, as far as that is known; to be asked for in the turn of the reading. */
  answeredBy(questions: readonly string[]): Readonly<Record<string, string>>
  /** The whole document as one Yjs update; to be asked for in the turn of the reading. */
  state(): Uint8Array
}

/** What commands need of documents. While people have them open, the sync server answers (`Workspaces.useDocuments`). */
export interface Documents {
  /** Reads a story's document as it is now, edits that are not stored yet included; null where nothing was ever written. */
  read(workspace: string, story: string): Promise<Reading | null>
  /** Brings the text of the stories that were merged into this one over, each once. */
  merge(workspace: string, story: string): Promise<void>
}

/** Documents that nobody has open: as storage has them. What is to be merged waits until one is opened. */
export function storedDocuments(store: DocumentStore): Documents {
  return {
    async read(workspace, story) {
      const stored = await store.load(workspace, `story:${story}`)
      if (!stored) return null
      const doc = new Doc()
      doc.transact(() => {
        if (stored.snapshot) applyUpdate(doc, stored.snapshot)
        for (const { update } of stored.log) applyUpdate(doc, update)
      })
      return readingOf(doc, stored.log.at(-1)?.by ?? null, stored.owners)
    },
    merge: async () => undefined,
  }
}

/** Reads an open document. */
export function readingOf(
  doc: Doc,
  by: string | null,
  owners: ReadonlyMap<number, string>,
): Reading {
  return {
    facts: readFacts(doc),
    text: () => textDigest(doc),
    by,
    owners,
    mentionedBy: (named) => authorsOf(mentionWriters(doc), named, owners),
    closed: (questions) => closedQuestions(doc, questions),
    answeredBy: (questions) => authorsOf(answerWriters(doc), questions, owners),
    state: () => encodeStateAsUpdate(doc),
  }
}

function authorsOf(
  writers: ReadonlyMap<string, number>,
  written: readonly string[],
  owners: ReadonlyMap<number, string>,
): Record<string, string> {
  const authors: Record<string, string> = {}
  for (const id of written) {
    const author = owners.get(writers.get(id) ?? -1)
    if (author !== undefined) authors[id] = author
  }
  return authors
}

/** The Yjs update of a document in which nothing was ever written. */
export const EMPTY_DOCUMENT = Uint8Array.of(0, 0)
