import type { Logger } from 'pino'
import type { DocumentStore, DocumentUpdate } from '#server/storage/storage.ts'

/** A document as the journal knows it: it is told when what it gave has been committed. */
export interface Journalled {
  /** Batches up to this number are committed; whatever waited for them may go out. */
  committed(batch: number): void
}

/**
 * The way of every edit into storage (I1). Edits of all documents that arrive in one turn of the event loop, or while
 * the transaction before them is under way, are one transaction. A batch is retried until storage takes it: what was
 * accepted from a person is never given up, and never said to be saved before.
 */
export interface Journal {
  /** Takes an update, in order. Gives the number of the batch it will be committed with. */
  append(document: Journalled, update: DocumentUpdate): number
  /** Bytes taken and not committed yet. */
  readonly uncommittedBytes: number
  /** Waits until everything taken so far is committed, at most this long (ms). Gives whether it is. */
  drain(timeoutMs: number): Promise<boolean>
}

interface Batch {
  readonly number: number
  readonly updates: DocumentUpdate[]
  readonly documents: Set<Journalled>
  bytes: number
}

const RETRY_FIRST_MS = 50
const RETRY_LONGEST_MS = 2_000

/** Makes the journal of a process. */
export function createJournal(store: DocumentStore, log: Logger): Journal {
  let gathering = newBatch(1)
  let underWay: Batch | null = null
  let scheduled = false
  let retry: NodeJS.Timeout | null = null
  const idle = new Set<() => void>()

  function schedule(): void {
    if (scheduled || underWay || gathering.updates.length === 0) return
    scheduled = true
    setImmediate(() => {
      scheduled = false
      if (underWay || gathering.updates.length === 0) return
      underWay = gathering
      gathering = newBatch(underWay.number + 1)
      void commit(underWay, 0)
    })
  }

  async function commit(batch: Batch, failures: number): Promise<void> {
    try {
      await store.append(batch.updates)
    } catch (error) {
      const wait = Math.min(RETRY_LONGEST_MS, RETRY_FIRST_MS * 2 ** Math.min(failures, 10))
      if (failures === 0) {
        log.error({ err: error }, 'Edits cannot be stored; they are kept and tried again')
      }
      retry = setTimeout(() => void commit(batch, failures + 1), wait)
      return
    }
    if (failures > 0) log.info({ updates: batch.updates.length }, 'Edits are stored again')
    retry = null
    underWay = null
    for (const document of batch.documents) {
      try {
        document.committed(batch.number)
      } catch (error) {
        log.error({ err: error }, 'Telling a document that it is stored failed')
      }
    }
    if (gathering.updates.length > 0) schedule()
    else settle()
  }

  function settle(): void {
    for (const resolve of idle) resolve()
    idle.clear()
  }

  return {
    append(document, update) {
      gathering.updates.push(update)
      gathering.documents.add(document)
      gathering.bytes += update.update.byteLength
      schedule()
      return gathering.number
    },
    get uncommittedBytes() {
      return gathering.bytes + (underWay?.bytes ?? 0)
    },
    async drain(timeoutMs) {
      if (!underWay && gathering.updates.length === 0) return true
      let timer: NodeJS.Timeout | undefined
      const inTime = await Promise.race([
        new Promise<true>((resolve) => idle.add(() => resolve(true))),
        new Promise<false>((resolve) => {
          timer = setTimeout(resolve, timeoutMs, false)
        }),
      ])
      clearTimeout(timer)
      // After this the process ends: a retry that fires later would only find a closed storage.
      if (!inTime && retry) clearTimeout(retry)
      return inTime
    },
  }
}

function newBatch(number: number): Batch {
  return { number, updates: [], documents: new Set(), bytes: 0 }
}
