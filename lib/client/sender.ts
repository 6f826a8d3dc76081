import { type Command, isAboutStory } from '../domain/command.ts'
import type { Environment } from './environment.ts'
import type { Outbox, OutboxEntry } from './outbox.ts'
import { Turn } from './tabs.ts'

/** Commands wait so long for the prose of their story to be on its way, all of them together, ms. */
const PROSE_PATIENCE = 5_000

export interface SenderOptions {
  readonly outbox: Outbox
  readonly locks: Environment['locks']
  readonly lockName: string
  now(): number
  /** Sends on the socket. Only called between `connected` and `disconnected`. */
  transmit(command: Command): void
  /**
   * True when everything typed into a story in this browser is on the socket or saved, so that the server judges
   * the command after it (RD5).
   */
  isProseOnItsWay(storyId: string): boolean
}

/** Sends the outbox in order, while there is a connection and this tab has the turn. */
export class Sender {
  readonly #options: SenderOptions
  readonly #turn: Turn
  /** When commands on a story began to wait for its prose. */
  readonly #heldSince = new Map<string, number>()
  #isConnected = false
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(options: SenderOptions) {
    this.#options = options
    this.#turn = new Turn(options.locks, options.lockName, () => this.#sendWhatCan())
  }

  /** The server answered our subscription on this connection. */
  connected(): void {
    this.#isConnected = true
    this.look()
  }

  disconnected(): void {
    this.#isConnected = false
    this.#options.outbox.connectionLost()
    this.#turn.giveUp()
  }

  /** Something changed: a command was added or answered, prose got on its way, a wait is over. */
  look(): void {
    if (!this.#isConnected) return
    if (this.#options.outbox.unsettled === 0) this.#turn.giveUp()
    else if (this.#turn.has) this.#sendWhatCan()
    else this.#turn.ask()
  }

  close(): void {
    this.disconnected()
    if (this.#timer) clearTimeout(this.#timer)
  }

  #sendWhatCan(): void {
    if (!this.#isConnected) return
    const { outbox, now, transmit } = this.#options
    for (const entry of outbox.sendable(now(), (entry) => this.#mayGo(entry))) {
      outbox.sent(entry.stored.id)
      transmit(entry.stored.command)
    }
    this.#lookAgain()
  }

  #mayGo({ stored: { command } }: OutboxEntry): boolean {
    if (!isAboutStory(command) || command.type === 'captureStory') return true
    const { story } = command
    if (this.#options.isProseOnItsWay(story)) {
      this.#heldSince.delete(story)
      return true
    }
    const since = this.#heldSince.get(story) ?? this.#options.now()
    this.#heldSince.set(story, since)
    return this.#options.now() - since >= PROSE_PATIENCE
  }

  /** Waits that end by themselves: the server's "not now", and prose that does not get away. */
  #lookAgain(): void {
    if (this.#timer) clearTimeout(this.#timer)
    const now = this.#options.now()
    const ends: number[] = []
    for (const { phase, stored } of this.#options.outbox.entries) {
      if (phase.kind !== 'waiting') continue
      if (phase.notBefore > now) ends.push(phase.notBefore - now)
      const { command } = stored
      const held = isAboutStory(command) ? this.#heldSince.get(command.story) : undefined
      if (held !== undefined) ends.push(held + PROSE_PATIENCE - now)
    }
    if (ends.length > 0)
      this.#timer = setTimeout(() => this.look(), Math.max(Math.min(...ends), 10))
  }
}
