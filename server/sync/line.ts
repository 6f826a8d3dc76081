import type { Logger } from 'pino'
import type { DocumentUpdate } from '#server/storage/storage.ts'
import type { Journalled } from './journal.ts'

/** What is committed in one transaction, in the order in which it came. */
export class Batch {
  readonly number: number
  #entries: { readonly document: Journalled; readonly update: DocumentUpdate }[] = []
  #bytes = 0

  constructor(number: number) {
    this.number = number
  }

  get bytes(): number {
    return this.#bytes
  }

  get isEmpty(): boolean {
    return this.#entries.length === 0
  }

  get documents(): Set<Journalled> {
    return new Set(this.#entries.map(({ document }) => document))
  }

  get updates(): DocumentUpdate[] {
    return this.#entries.map(({ update }) => update)
  }

  of(document: Journalled): DocumentUpdate[] {
    return this.#entries.filter((entry) => entry.document === document).map(({ update }) => update)
  }

  add(document: Journalled, update: DocumentUpdate): void {
    this.#entries.push({ document, update })
    this.#bytes += update.update.byteLength
  }

  remove(document: Journalled): void {
    for (const { update } of this.of(document)) this.#bytes -= update.byteLength
    this.#entries = this.#entries.filter((entry) => entry.document !== document)
  }
}

const RETRY_FIRST_MS = 50

interface LineParts {
  readonly append: (updates: readonly DocumentUpdate[]) => Promise<void>
  readonly log: Logger
  /** The longest wait before a batch is tried again, in ms. */
  readonly longestMs: number
  /** Told of every failure, with the count so far; may take documents out of the batch before it is tried again. */
  readonly onRefused: (batch: Batch, failures: number, error: unknown) => Promise<void>
  readonly onIdle: () => void
}

/** Updates on their way into storage, one transaction after the other, each tried until it is committed. */
export class Line {
  readonly #parts: LineParts
  #gathering: Batch
  #underWay: Batch | null = null
  #scheduled = false
  #retry: NodeJS.Timeout | null = null

  /** `first` was refused a moment ago. */
  constructor(parts: LineParts, first?: Batch) {
    this.#parts = parts
    this.#gathering = new Batch((first?.number ?? 0) + 1)
    if (!first) return
    this.#underWay = first
    this.#retry = setTimeout(() => void this.#commit(first, 1), RETRY_FIRST_MS)
  }

  /** The number that the next update gets. */
  get number(): number {
    return this.#gathering.number
  }

  get isIdle(): boolean {
    return this.#underWay === null && this.#gathering.isEmpty
  }

  /** Bytes taken and not committed yet. */
  get bytes(): number {
    return this.#gathering.bytes + (this.#underWay?.bytes ?? 0)
  }

  append(document: Journalled, update: DocumentUpdate): number {
    const { number } = this.#gathering
    this.#gathering.add(document, update)
    this.#schedule()
    return number
  }

  /** Takes out what a document has in the batch after the one under way. */
  withdraw(document: Journalled): DocumentUpdate[] {
    const updates = this.#gathering.of(document)
    this.#gathering.remove(document)
    return updates
  }

  /** Tries nothing any more. */
  giveUp(): void {
    if (this.#retry) clearTimeout(this.#retry)
  }

  #schedule(): void {
    if (this.#scheduled || this.#underWay) return
    this.#scheduled = true
    setImmediate(() => {
      this.#scheduled = false
      if (this.#underWay || this.#gathering.isEmpty) return
      this.#underWay = this.#gathering
      this.#gathering = new Batch(this.#underWay.number + 1)
      void this.#commit(this.#underWay, 0)
    })
  }

  async #commit(batch: Batch, failures: number): Promise<void> {
    const { append, log, longestMs, onRefused } = this.#parts
    try {
      if (!batch.isEmpty) await append(batch.updates)
    } catch (error) {
      await onRefused(batch, failures + 1, error)
      const wait = Math.min(longestMs, RETRY_FIRST_MS * 2 ** Math.min(failures, 10))
      const again = () => void this.#commit(batch, failures + 1)
      this.#retry = setTimeout(again, batch.isEmpty ? 0 : wait)
      return
    }
    if (failures > 0 && !batch.isEmpty) log.info('Edits are stored again')
    this.#retry = null
    this.#underWay = null
    for (const document of batch.documents) heard(document, batch.number, log)
    if (this.#gathering.isEmpty) this.#parts.onIdle()
    else this.#schedule()
  }
}

/** Tells a document that storage holds everything up to a batch. */
export function heard(document: Journalled, batch: number, log: Logger): void {
  try {
    document.committed(batch)
  } catch (error) {
    log.error({ err: error }, 'Telling a document that it is stored failed')
  }
}
