import { fileAddress } from '../../files/address.ts'
import type { ProseRow } from '../localStore.ts'
import { databaseName } from '../localStore.ts'
import { filesName } from '../uploads/jobStore.ts'
import { SEEN_FILES } from '../uploads/seenFiles.ts'
import { answerOf, openKept } from './openKept.ts'

/** So many rows of prose are looked at together. */
const ROWS = 200

/** What this device keeps of one workspace for one person. */
export interface StoredHere {
  /** Stories that the lists have, and how many of them can be read here without the network. */
  readonly stories: number
  readonly texts: number
  /** How much the texts take, in bytes. */
  readonly textBytes: number
  readonly discussions: number
  /** Pictures and files that were seen or fetched here, and how much they take as far as the server said, in bytes. */
  readonly files: number
  readonly fileBytes: number
  /** What the server does not have yet: commands, stories with text, and files on their way. */
  readonly waiting: number
  /** Commands that the server refused, and nobody has dismissed. */
  readonly refused: number
}

const NOTHING: StoredHere = {
  stories: 0,
  texts: 0,
  textBytes: 0,
  discussions: 0,
  files: 0,
  fileBytes: 0,
  waiting: 0,
  refused: 0,
}

/** Gives what this device keeps of a workspace for a person. What cannot be read counts as nothing; rejects never. */
export async function storedHere(
  { indexedDB, caches }: { indexedDB: IDBFactory | null; caches: CacheStorage | null },
  userId: string,
  workspaceId: string,
): Promise<StoredHere> {
  const name = databaseName(userId, workspaceId)
  const [rows, sending, files] = await Promise.all([
    indexedDB ? reading(indexedDB, name, countRows) : null,
    indexedDB ? reading(indexedDB, filesName(userId, workspaceId), countJobs) : null,
    caches ? countFiles(caches, workspaceId).catch(() => null) : null,
  ])
  const kept = { ...NOTHING, ...rows, ...files }
  return { ...kept, waiting: kept.waiting + (sending ?? 0) }
}

async function reading<T>(
  factory: IDBFactory,
  name: string,
  count: (database: IDBDatabase) => Promise<T>,
): Promise<T | null> {
  const database = await openKept(factory, name)
  if (!database) return null
  try {
    return await count(database)
  } catch {
    // The page removed or upgraded it meanwhile.
    return null
  } finally {
    database.close()
  }
}

async function countRows(database: IDBDatabase): Promise<Partial<StoredHere>> {
  const transaction = database.transaction(['items', 'talks', 'outbox', 'refused', 'unsaved'])
  const count = (table: string) => answerOf(transaction.objectStore(table).count())
  const [stories, discussions, commands, refused, marks] = await Promise.all([
    count('items'),
    count('talks'),
    count('outbox'),
    count('refused'),
    answerOf(
      transaction.objectStore('unsaved').getAll() as IDBRequest<{ readonly story: string }[]>,
    ),
  ])
  const waiting = commands + new Set(marks.map(({ story }) => story)).size
  return { stories, discussions, refused, waiting, ...(await weighTexts(database)) }
}

async function weighTexts(database: IDBDatabase): Promise<{ texts: number; textBytes: number }> {
  const stories = new Set<string>()
  let textBytes = 0
  for (let upTo: IDBValidKey = 0, isMore = true; isMore;) {
    const store = database.transaction('prose').objectStore('prose')
    const range = IDBKeyRange.lowerBound(upTo, true)
    const [keys, rows] = await Promise.all([
      answerOf(store.getAllKeys(range, ROWS)),
      answerOf(store.getAll(range, ROWS) as IDBRequest<ProseRow[]>),
    ])
    for (const { story, update } of rows) {
      stories.add(story)
      textBytes += update.byteLength
    }
    upTo = keys.at(-1) ?? upTo
    isMore = rows.length === ROWS
  }
  return { texts: stories.size, textBytes }
}

function countJobs(database: IDBDatabase): Promise<number> {
  return answerOf(database.transaction('jobs').objectStore('jobs').count())
}

async function countFiles(
  caches: CacheStorage,
  workspaceId: string,
): Promise<{ files: number; fileBytes: number }> {
  if (!(await caches.has(SEEN_FILES))) return { files: 0, fileBytes: 0 }
  const cache = await caches.open(SEEN_FILES)
  const folder = fileAddress({ workspace: workspaceId, story: '', file: '' }).split('/stories/')[0]
  const mine = (await cache.keys()).filter(({ url }) =>
    new URL(url).pathname.startsWith(`${folder}/stories/`),
  )
  let fileBytes = 0
  for (const request of mine) {
    const response = await cache.match(request, { ignoreVary: true })
    fileBytes += Number(response?.headers.get('content-length') ?? 0)
  }
  return { files: mine.length, fileBytes }
}
