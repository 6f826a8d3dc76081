import { applyUpdate, Doc } from 'yjs'
import { storyText } from '../../doc/read.ts'
import type { StoryWords } from '../../search/storyIndex.ts'
import type { KeptTalk } from '../talkLists.ts'
import type { ProseRow } from '../localStore.ts'
import { answerOf, openKept } from '../kept/openKept.ts'

/** So many rows are looked at together. */
const ROWS = 100

/** What is written in one story, as far as this device keeps it. */
export interface Described extends StoryWords {
  readonly story: string
}

/**
 * The words of stories on this device's disk. Only reads, and is connected only while it does: the page's own store may
 * upgrade or wipe the database at any time.
 */
export class KeptWords {
  readonly #factory: IDBFactory
  readonly #name: string
  /** The last row of prose that was looked at; keys count up. */
  #upTo = 0
  /** How far each discussion was when it was looked at. */
  readonly #talks = new Map<string, number>()

  constructor(factory: IDBFactory, name: string) {
    this.#factory = factory
    this.#name = name
  }

  /** Gives, some stories at a time, those in which something was written since the last time. Nothing where nothing is kept. */
  async *news(): AsyncGenerator<readonly Described[]> {
    const database = await openKept(this.#factory, this.#name)
    if (!database) return
    try {
      for (let isMore = true; isMore;) {
        const { stories, last, isFull } = await changedProse(database, this.#upTo)
        yield await describe(database, stories)
        this.#upTo = last
        isMore = isFull
      }
      const talks = (await all<KeptTalk>(database, 'talks')).filter(
        ({ story, seq }) => this.#talks.get(story) !== seq,
      )
      if (talks.length === 0) return
      yield await describe(database, new Set(talks.map(({ story }) => story)))
      for (const { story, seq } of talks) this.#talks.set(story, seq)
    } finally {
      database.close()
    }
  }
}

async function changedProse(
  database: IDBDatabase,
  upTo: number,
): Promise<{ stories: ReadonlySet<string>; last: number; isFull: boolean }> {
  const store = database.transaction('prose').objectStore('prose')
  const range = IDBKeyRange.lowerBound(upTo, true)
  const [keys, rows] = await Promise.all([
    answerOf(store.getAllKeys(range, ROWS)),
    answerOf(store.getAll(range, ROWS) as IDBRequest<ProseRow[]>),
  ])
  const last = keys.at(-1)
  return {
    stories: new Set(rows.map(({ story }) => story)),
    last: typeof last === 'number' ? last : upTo,
    isFull: rows.length === ROWS,
  }
}

async function describe(
  database: IDBDatabase,
  stories: ReadonlySet<string>,
): Promise<readonly Described[]> {
  if (stories.size === 0) return []
  const transaction = database.transaction(['prose', 'talks'])
  const prose = transaction.objectStore('prose').index('story')
  const talks = transaction.objectStore('talks')
  return Promise.all(
    [...stories].map(async (story) => {
      const [rows, talk] = await Promise.all([
        answerOf(prose.getAll(story) as IDBRequest<ProseRow[]>),
        answerOf(talks.get(story) as IDBRequest<KeptTalk | undefined>),
      ])
      return { story, text: textOf(rows), comments: commentsOf(talk) }
    }),
  )
}

/** Rows of newer editors are words, too. What cannot be read is left out of the search, and of nothing else. */
function textOf(rows: readonly ProseRow[]): string {
  const doc = new Doc()
  try {
    doc.transact(() => {
      for (const { update } of rows) applyUpdate(doc, update)
    })
    return storyText(doc)
  } catch {
    return ''
  } finally {
    doc.destroy()
  }
}

function commentsOf(talk: KeptTalk | undefined): readonly string[] {
  return (talk?.threads ?? [])
    .flatMap(({ comments }) => comments.map(({ text }) => text))
    .filter((text) => text !== '')
}

function all<T>(database: IDBDatabase, table: string): Promise<T[]> {
  return answerOf(database.transaction(table).objectStore(table).getAll() as IDBRequest<T[]>)
}
