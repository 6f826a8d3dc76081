import { type IDBPDatabase, wrap } from 'idb'
import type { Account } from './account.ts'

/** What of a browser says who is signed in. */
export interface AccountEnvironment {
  readonly fetch: typeof globalThis.fetch
  readonly indexedDB: IDBFactory | null
}

/** The database of who is signed in. The service worker reads it too, to open the last workspace offline. */
export const ACCOUNT_DATABASE = 'sluice'
const STORE = 'account'
const KEY = 'last'

/** Who was signed in last, and where. */
interface Kept {
  readonly account: Account
  readonly workspace: string | null
}

/** Gives what this device remembers of who is signed in; null when it is nothing. */
export async function load(environment: AccountEnvironment): Promise<Kept | null> {
  return withStore(
    environment,
    async (database) => ((await database.get(STORE, KEY)) as Kept | undefined) ?? null,
  )
}

/** Remembers who is signed in. */
export async function keep(environment: AccountEnvironment, account: Account): Promise<void> {
  const before = await load(environment)
  const isSame = before?.account.user.id === account.user.id
  await write(environment, { account, workspace: isSame ? before.workspace : null })
}

/** Remembers who is signed in, and where they are. */
export async function write(environment: AccountEnvironment, kept: Kept): Promise<void> {
  await withStore(environment, async (database) => {
    await database.put(STORE, kept, KEY)
    return null
  })
}

/** Gives null when the browser refuses: the account is then asked of the server each time. */
async function withStore<T>(
  { indexedDB }: AccountEnvironment,
  work: (database: IDBPDatabase) => Promise<T>,
): Promise<T | null> {
  if (!indexedDB) return null
  try {
    const database = await openDatabase(indexedDB)
    try {
      return await work(database)
    } finally {
      database.close()
    }
  } catch {
    return null
  }
}

function openDatabase(factory: IDBFactory): Promise<IDBPDatabase> {
  const request = factory.open(ACCOUNT_DATABASE, 1)
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE))
  return wrap(request) as unknown as Promise<IDBPDatabase>
}

/** This browser's own. */
export function browser(): AccountEnvironment {
  return { fetch: globalThis.fetch.bind(globalThis), indexedDB: globalThis.indexedDB ?? null }
}
