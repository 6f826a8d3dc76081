import type { Logger } from 'pino'
import { StorageUnavailable } from '#server/storage/errors.ts'
import type { DocumentUpdate, Storage } from '#server/storage/storage.ts'
import { Batch, heard, Line } from './line.ts'

/** A document as the journal knows it: it is told when what it gave has been committed. */
export interface Journalled {
  /** Batches up to this number are committed; whatever waited for them may go out. */
  committed(batch: number): void
}

/**
 * The way of every edit into storage (I1). Edits of all documents that arrive in one turn of the event loop, or while
 * the transaction before them is under way, are one transaction. A batch is retried until storage takes it: what was
 * accepted from a person is never given up, and never said to be saved before.
 *
 * Storage that answers but goes on refusing a batch refuses something in it. Its documents are then tried one by one:
 * the one that is refused waits in a line of its own, unsaved and tried again, and holds up nobody else.
 */
export interface Journal {
  /** Takes an update, in order. Gives the number of the batch it will be committed with; a document's only ever grow. */
  append(document: Journalled, update: DocumentUpdate): number
  /** Bytes that were taken before a document's next update and are not committed yet. */
  uncommittedBytes(document: Journalled): number
  /** Waits until everything taken so far is committed, at most this long (ms). Gives whether it is. */
  drain(timeoutMs: number): Promise<boolean>
}

/** A batch that was refused so often is taken apart. By then, what passes by itself has passed. */
const REFUSALS_MAX = 6
/** A document that waits alone is tried again at least this often, in ms. */
const ALONE_LONGEST_MS = 10_000
const LONGEST_MS = 2_000

/** Makes the journal of a process. */
export function createJournal(storage: Pick<Storage, 'documents' | 'ping'>, log: Logger): Journal {
  const lines = new Set<Line>()
  const alone = new WeakMap<Journalled, Line>()
  const idle = new Set<() => void>()
  const shared = open(LONGEST_MS, async (batch, failures, error) => {
    if (failures === 1) {
      log.error({ err: error }, 'Edits cannot be stored; they are kept and tried again')
    }
    if (failures < REFUSALS_MAX || error instanceof StorageUnavailable) return
    const answers = await storage.ping().then(
      () => true,
      () => false,
    )
    if (answers) await takeApart(batch)
  })

  function open(
    longestMs: number,
    onRefused: (batch: Batch, failures: number, error: unknown) => Promise<void>,
    first?: Batch,
  ): Line {
    const line: Line = new Line(
      {
        append: (updates) => storage.documents.append(updates),
        log,
        longestMs,
        onRefused,
        onIdle: () => {
          if (line !== shared) lines.delete(line)
          if ([...lines].every(({ isIdle }) => isIdle)) settle()
        },
      },
      first,
    )
    lines.add(line)
    return line
  }

  /** Stores each document of a batch by itself, and gives those that are refused a line of their own. */
  async function takeApart(batch: Batch): Promise<void> {
    for (const document of batch.documents) {
      const updates = batch.of(document)
      try {
        await storage.documents.append(updates)
      } catch (error) {
        // Storage has gone meanwhile: that says nothing about the document.
        if (error instanceof StorageUnavailable) return
        setApart(document, batch, error)
        continue
      }
      batch.remove(document)
      heard(document, batch.number, log)
    }
  }

  function setApart(document: Journalled, batch: Batch, error: unknown): void {
    const own = new Batch(batch.number)
    for (const update of batch.of(document)) own.add(document, update)
    const [{ workspace, name } = { workspace: '', name: '' }] = batch.of(document)
    log.error(
      { err: error, workspace, document: name },
      'Storage refuses the edits of one document; they are kept and tried again, and it stays unsaved',
    )
    const line = open(ALONE_LONGEST_MS, async () => undefined, own)
    for (const later of shared.withdraw(document)) line.append(document, later)
    alone.set(document, line)
    batch.remove(document)
  }

  function settle(): void {
    for (const resolve of idle) resolve()
    idle.clear()
  }

  /** Who waited alone comes back once all of it is stored and the shared numbers are ahead of its own. */
  function lineOf(document: Journalled): Line {
    const own = alone.get(document)
    if (!own) return shared
    if (own.isIdle && own.number <= shared.number) {
      alone.delete(document)
      return shared
    }
    lines.add(own)
    return own
  }

  return {
    append: (document, update) => lineOf(document).append(document, update),
    uncommittedBytes: (document) => lineOf(document).bytes,
    async drain(timeoutMs) {
      if ([...lines].every(({ isIdle }) => isIdle)) return true
      let timer: NodeJS.Timeout | undefined
      const inTime = await Promise.race([
        new Promise<true>((resolve) => idle.add(() => resolve(true))),
        new Promise<false>((resolve) => {
          timer = setTimeout(resolve, timeoutMs, false)
        }),
      ])
      clearTimeout(timer)
      // After this the process ends: a retry that fires later would only find a closed storage.
      if (!inTime) for (const line of lines) line.giveUp()
      return inTime
    },
  }
}
