import { type DBSchema, type IDBPDatabase, wrap } from 'idb'
import { databaseName } from '../localStore.ts'
import { readKeptProblem, type UploadProblem } from './problem.ts'

/** A file on its way to the server, as this device keeps it until it is there (I5). */
export type Job =
  | (JobFacts & { readonly kind: 'send'; readonly blob: Blob })
  /** Another story has it: the server is asked to let this one show it too. */
  | (JobFacts & { readonly kind: 'copy' })

interface JobFacts {
  /** The file's id. */
  readonly id: string
  readonly story: string
  readonly name: string
  /** Milliseconds since the epoch. */
  readonly at: number
  /** Why the server did not take it; null while it may. */
  readonly problem: UploadProblem | null
}

interface Tables extends DBSchema {
  jobs: { key: string; value: Job }
  /** What the server said of itself. */
  limits: { key: 'fileBytes'; value: number }
}

/** Gives the name of the database of one person's files on their way in one workspace. */
export function filesName(userId: string, workspaceId: string): string {
  return `${databaseName(userId, workspaceId)}:files`
}

/**
 * The files on their way, in a database of their own: it is named like the person's others, which a sign-out removes. Where
 * the browser keeps nothing they are in memory, and `isKept` says so.
 */
export class JobStore {
  isKept = true
  readonly #memory = new Map<string, Job>()
  readonly #factory: IDBFactory | null
  readonly #name: string
  #database: Promise<IDBPDatabase<Tables>> | null = null

  constructor(factory: IDBFactory | null, name: string) {
    this.#factory = factory
    this.#name = name
  }

  async all(): Promise<Job[]> {
    const kept = await this.#with((database) => database.getAll('jobs'))
    const read = (kept ?? []).map((job) => ({ ...job, problem: readKeptProblem(job.problem) }))
    return [...read, ...this.#memory.values()].sort((a, b) => a.at - b.at)
  }

  async put(job: Job): Promise<void> {
    const isKept = await this.#with(async (database) => {
      await database.put('jobs', job)
      return true
    })
    if (isKept) this.#memory.delete(job.id)
    else this.#memory.set(job.id, job)
    this.isKept = this.#memory.size === 0
  }

  async has(id: string): Promise<boolean> {
    return (
      this.#memory.has(id) ||
      ((await this.#with((database) => database.count('jobs', id))) ?? 0) > 0
    )
  }

  async remove(id: string): Promise<void> {
    this.#memory.delete(id)
    this.isKept = this.#memory.size === 0
    await this.#with((database) => database.delete('jobs', id))
  }

  async fileBytes(): Promise<number | null> {
    return (await this.#with((database) => database.get('limits', 'fileBytes'))) ?? null
  }

  async rememberFileBytes(bytes: number): Promise<void> {
    await this.#with((database) => database.put('limits', bytes, 'fileBytes'))
  }

  async close(): Promise<void> {
    const opened = this.#database
    this.#database = Promise.reject(new Error('closed'))
    this.#database.catch(() => undefined)
    await opened?.then((database) => database.close()).catch(() => undefined)
  }

  /** Gives what the work gives, or null where the browser refuses. */
  async #with<T>(work: (database: IDBPDatabase<Tables>) => Promise<T>): Promise<T | null> {
    try {
      this.#database ??= this.#open()
      return await work(await this.#database)
    } catch {
      return null
    }
  }

  async #open(): Promise<IDBPDatabase<Tables>> {
    if (!this.#factory) throw new Error('This browser has no IndexedDB')
    const request = this.#factory.open(this.#name, 1)
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore('jobs', { keyPath: 'id' })
      request.result.createObjectStore('limits')
    })
    const database = (await wrap(request)) as unknown as IDBPDatabase<Tables>
    // A sign-out takes it away: this page never writes again.
    database.addEventListener('versionchange', () => database.close())
    return database
  }
}
