import type { StoredCommand } from './localStore.ts'
import { concernsAll, placeIn, touched } from './mentioned.ts'

/** A command on its way. */
export interface OutboxEntry {
  readonly stored: StoredCommand
  /** Its place in the order over all tabs; null until it is on disk. */
  readonly order: number | null
  readonly phase:
    | { readonly kind: 'waiting'; readonly notBefore: number }
    /** `told`: a list has told of what it did, with this number, before its answer came. */
    | { readonly kind: 'sent'; readonly told?: number }
    /** The server has done it; it stays on top of the list until the list contains `seq`. */
    | { readonly kind: 'accepted'; readonly seq: number }
  /** How often the server could not judge it. */
  readonly attempts: number
}

/** So many commands may be without an answer at a time. */
const WINDOW = 32
const FIRST_RETRY = 500
const LAST_RETRY = 30_000

/** The commands of this browser that the list does not contain yet, in the order in which they were given. */
export class Outbox {
  #entries: readonly OutboxEntry[] = []

  get entries(): readonly OutboxEntry[] {
    return this.#entries
  }

  get(id: string): OutboxEntry | undefined {
    return this.#entries.find(({ stored }) => stored.id === id)
  }

  /** How many the server has not answered. */
  get unsettled(): number {
    return this.#entries.filter(isUnsettled).length
  }

  /** Takes a command at the end, or at its place when it comes from the disk or another tab. Twice is once. */
  add(stored: StoredCommand, order: number | null): void {
    if (this.get(stored.id)) return
    const waiting = { kind: 'waiting', notBefore: 0 } as const
    this.#entries = inOrder([...this.#entries, { stored, order, phase: waiting, attempts: 0 }])
  }

  ordered(id: string, order: number): void {
    this.#entries = inOrder(
      this.#entries.map((entry) => (entry.stored.id === id ? { ...entry, order } : entry)),
    )
  }

  sent(id: string): void {
    this.#become(id, (entry) => ({ ...entry, phase: { kind: 'sent' } }))
  }

  /**
   * Takes the numbers of what a list tells of commands that have no answer yet. Such a command leaves with its effect: judged
   * once more on top of that, before the answer comes, it could come out differently where another one, given later, is on
   * top as well. Two stories put at one place would change places for a moment.
   */
  hear(changes: readonly { readonly seq: number; readonly command?: string }[]): void {
    for (const { command, seq } of changes) {
      if (command === undefined || this.get(command)?.phase.kind !== 'sent') continue
      this.#become(command, (entry) => ({ ...entry, phase: { kind: 'sent', told: seq } }))
    }
  }

  accepted(id: string, seq: number): void {
    this.#become(id, (entry) => ({ ...entry, phase: { kind: 'accepted', seq } }))
  }

  /** The server could not judge it: it goes again later. Gives the delay in ms. */
  unavailable(id: string, now: number, chance: number): number {
    const attempts = (this.get(id)?.attempts ?? 0) + 1
    const longest = Math.min(FIRST_RETRY * 2 ** (attempts - 1), LAST_RETRY)
    const delay = Math.round(longest * (0.5 + chance / 2))
    this.#become(id, (entry) => ({
      ...entry,
      attempts,
      phase: { kind: 'waiting', notBefore: now + delay },
    }))
    return delay
  }

  /** The connection is gone: what had no answer goes again. The ids make it harmless if it had arrived. */
  connectionLost(): void {
    const waiting = { kind: 'waiting', notBefore: 0 } as const
    this.#entries = this.#entries.map((entry) =>
      entry.phase.kind === 'sent' ? { ...entry, phase: waiting } : entry,
    )
  }

  /** Gives and removes nothing: the accepted commands that a list at `seq` contains. */
  containedIn(seq: number): string[] {
    return this.#entries
      .filter(({ phase }) => phase.kind === 'accepted' && phase.seq <= seq)
      .map(({ stored }) => stored.id)
  }

  remove(ids: Iterable<string>): void {
    const gone = new Set(ids)
    this.#entries = this.#entries.filter(({ stored }) => !gone.has(stored.id))
  }

  /**
   * Gives the commands that may go out now, in order. One that needs or changes what an earlier unanswered command changes
   * waits for that answer, so that a retry never overtakes what it depends on. Those that put stories at one place go in
   * their order, without waiting for answers. `mayGo`: what else holds a command back.
   */
  sendable(now: number, mayGo: (entry: OutboxEntry) => boolean = () => true): OutboxEntry[] {
    const changed = new Set<string>()
    const needed = new Set<string>()
    const places = new Set<string>()
    const sendable: OutboxEntry[] = []
    let open = this.#entries.filter(({ phase }) => phase.kind === 'sent').length
    for (const [index, entry] of this.#entries.entries()) {
      if (open >= WINDOW) break
      if (!isUnsettled(entry)) continue
      const { command } = entry.stored
      const { changes, needs } = touched(command)
      const place = placeIn(command)
      const isFree = concernsAll(command)
        ? !this.#entries.slice(0, index).some(isUnsettled)
        : ![...changes, ...needs].some((id) => changed.has(id)) &&
          !changes.some((id) => needed.has(id)) &&
          (place === null || !places.has(place))
      if (entry.phase.kind === 'waiting') {
        if (entry.phase.notBefore <= now && isFree && mayGo(entry)) {
          sendable.push(entry)
          open += 1
        } else if (place !== null) places.add(place)
      }
      for (const id of changes) changed.add(id)
      for (const id of needs) needed.add(id)
      if (concernsAll(command)) break
    }
    return sendable
  }

  #become(id: string, change: (entry: OutboxEntry) => OutboxEntry): void {
    this.#entries = this.#entries.map((entry) => (entry.stored.id === id ? change(entry) : entry))
  }
}

/** Gives the number that the lists have to reach to contain what a command did; null while the server has not told. */
export function doneAt({ phase }: OutboxEntry): number | null {
  if (phase.kind === 'waiting') return null
  return phase.kind === 'accepted' ? phase.seq : (phase.told ?? null)
}

export function isUnsettled({ phase }: OutboxEntry): boolean {
  return phase.kind !== 'accepted'
}

function inOrder(entries: OutboxEntry[]): OutboxEntry[] {
  // The sort is stable: what is not on disk yet stays in the order in which it was given.
  return entries.sort(
    (a, b) => (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER),
  )
}
