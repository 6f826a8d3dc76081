import type {
  CompiledQuery,
  DatabaseConnection,
  Dialect,
  Driver,
  QueryResult,
  TransactionSettings,
} from 'kysely'

/**
 * Wraps a dialect so that both databases behave alike where they would not: errors go through `explain` (which
 * turns an outage into `StorageUnavailable`), and U+0000, which Postgres cannot keep in text, is stored as U+FFFD.
 * `beforeTurn` is awaited before each transaction or lone query.
 */
export function guarded(
  dialect: Dialect,
  explain: (error: unknown) => unknown,
  beforeTurn: () => Promise<void> = async () => undefined,
): Dialect {
  return {
    createDriver: () => new GuardedDriver(dialect.createDriver(), explain, beforeTurn),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
  }
}

type Explain = (error: unknown) => unknown

class GuardedDriver implements Driver {
  readonly #inner: Driver
  readonly #explain: Explain
  readonly #beforeTurn: () => Promise<void>
  readonly #guarded = new WeakMap<DatabaseConnection, GuardedConnection>()
  #inUse = 0
  #onIdle: (() => void) | null = null

  constructor(inner: Driver, explain: Explain, beforeTurn: () => Promise<void>) {
    this.#inner = inner
    this.#explain = explain
    this.#beforeTurn = beforeTurn
  }

  init(): Promise<void> {
    return explained(this.#explain, () => this.#inner.init())
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    this.#inUse += 1
    await this.#beforeTurn()
    const inner = await explained(this.#explain, () => this.#inner.acquireConnection()).catch(
      (error: unknown) => {
        this.#oneLess()
        throw error
      },
    )
    const known = this.#guarded.get(inner)
    if (known) return known
    const connection = new GuardedConnection(inner, this.#explain)
    this.#guarded.set(inner, connection)
    return connection
  }

  beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    return explained(this.#explain, () =>
      this.#inner.beginTransaction(innerOf(connection), settings),
    )
  }

  commitTransaction(connection: DatabaseConnection): Promise<void> {
    return explained(this.#explain, () => this.#inner.commitTransaction(innerOf(connection)))
  }

  /**
   * A rollback fails only when there is nothing left to roll back: the connection died, or SQLite did it by itself
   * on a full disk. The error that led here is the one to report, so this one is dropped.
   */
  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await this.#inner.rollbackTransaction(innerOf(connection)).catch(() => undefined)
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    await this.#inner.releaseConnection(innerOf(connection))
    this.#oneLess()
  }

  /** Waits for what is under way; a pool of its own would drop whoever still waits for a connection. */
  async destroy(): Promise<void> {
    if (this.#inUse > 0) await new Promise<void>((resolve) => (this.#onIdle = resolve))
    await this.#inner.destroy()
  }

  #oneLess(): void {
    this.#inUse -= 1
    if (this.#inUse === 0) this.#onIdle?.()
  }
}

class GuardedConnection implements DatabaseConnection {
  readonly inner: DatabaseConnection
  readonly #explain: Explain

  constructor(inner: DatabaseConnection, explain: Explain) {
    this.inner = inner
    this.#explain = explain
  }

  executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return explained(this.#explain, () => this.inner.executeQuery<R>(storable(query)))
  }

  streamQuery<R>(query: CompiledQuery, chunkSize: number): AsyncIterableIterator<QueryResult<R>> {
    return this.inner.streamQuery<R>(storable(query), chunkSize)
  }
}

function innerOf(connection: DatabaseConnection): DatabaseConnection {
  return connection instanceof GuardedConnection ? connection.inner : connection
}

async function explained<T>(explain: Explain, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw explain(error)
  }
}

function storable(query: CompiledQuery): CompiledQuery {
  if (!query.parameters.some(hasNul)) return query
  const parameters = query.parameters.map((value) =>
    hasNul(value) ? value.replaceAll('\0', '\uFFFD') : value,
  )
  return { ...query, parameters }
}

function hasNul(value: unknown): value is string {
  return typeof value === 'string' && value.includes('\0')
}
