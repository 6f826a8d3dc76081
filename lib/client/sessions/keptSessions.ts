import type { Session } from '../../domain/sessions/session.ts'
import type { Database, LocalStore } from '../localStore.ts'
import { type Batch, WriteLoop } from '../writeLoop.ts'

/** A live session as this device last knew it. Votes that are not revealed are not in it, one's own neither (MT6). */
export interface KeptSession {
  readonly id: string
  readonly session: Session
  /** When it was kept, by this device's clock in ms. */
  readonly at: number
}

/** So many are kept: those that were looked at last. */
const KEPT_MAX = 20
/** What happens within this time goes to the disk together, ms. */
const GATHER = 250

/** Keeps one session on this device, so that it can be looked at without a connection. */
export class SessionKeeping {
  readonly #store: LocalStore
  readonly #id: string
  readonly #now: () => number
  readonly #loop: WriteLoop
  /** Undefined: there is nothing to write. Null: it leaves this device. */
  #next: Session | null | undefined

  constructor(store: LocalStore, id: string, now: () => number) {
    this.#store = store
    this.#id = id
    this.#now = now
    this.#loop = new WriteLoop(store, () => this.#take())
  }

  /** Gives the session as it was when this device last knew it; null where it did not. */
  read(): Promise<Session | null> {
    return this.#store.read(async (database) => {
      const kept = await database.get('sessions', this.#id)
      return kept?.session ?? null
    })
  }

  /** Keeps what it has become; null: this person may not see it any more. */
  keep(session: Session | null): void {
    this.#next = session
    this.#loop.wake(session === null ? 0 : GATHER)
  }

  close(): Promise<void> {
    return this.#loop.close()
  }

  #take(): Batch | null {
    const next = this.#next
    if (next === undefined) return null
    this.#next = undefined
    return {
      write: (database) => this.#write(database, next),
      failed: () => {
        if (this.#next === undefined) this.#next = next
      },
    }
  }

  async #write(database: Database, session: Session | null): Promise<void> {
    const transaction = database.transaction('sessions', 'readwrite')
    const { store } = transaction
    if (session === null) await store.delete(this.#id)
    else {
      await store.put({ id: this.#id, session, at: this.#now() })
      if ((await store.count()) > KEPT_MAX) {
        const oldestFirst = (await store.getAll()).sort((a, b) => a.at - b.at)
        const tooMany = oldestFirst.slice(0, -KEPT_MAX)
        await Promise.all(tooMany.map(({ id }) => store.delete(id)))
      }
    }
    await transaction.done
  }
}
