import type { SessionCommand } from '../../domain/sessions/command.ts'
import type { CommandResult } from '../../schema/wire.ts'
import { refusalIn } from '../answers.ts'
import { Value } from '../readable.ts'
import type { Answer } from '../settling.ts'
import type { Asks, DoorOptions, LiveDoor } from './door.ts'

/** A command waits for its answer for so long, across a lost connection too, ms. What comes later is not wanted any more. */
const PATIENCE = 10_000
/** What the server could not judge is sent again after this long, ms. */
const AGAIN = 500
/** The prose of a story is waited for so long before what became of the story is sent (RD5), ms. */
const PROSE_PATIENCE = 5_000

/** What `Omit` does, for each kind of command. */
export type NewSessionCommand = SessionCommand extends infer C
  ? C extends SessionCommand
    ? Omit<C, 'id'>
    : never
  : never

/** The server was not reached: no judgement of it, but what is said to people in its place. */
export interface Unreached {
  readonly ok: false
  readonly code: 'noConnection' | 'noAnswer'
  readonly message: string
  readonly who: readonly string[]
}

/** What becomes of what was asked. */
export type AskAnswer = Answer | Unreached

interface Asked {
  readonly command: SessionCommand
  readonly until: number
  readonly resolve: (answer: AskAnswer) => void
  sentAt: number | null
  notBefore: number
}

/**
 * What is asked about live sessions. They are judged on the server alone and now: a command is never kept for later, and
 * whoever asks learns whether it happened.
 */
export class Asking implements Asks {
  /** What is to be added to this device's clock to have the server's, in ms; null until the server has told the time. */
  readonly offset = new Value<number | null>(null)
  readonly #options: DoorOptions
  readonly #asked = new Map<string, Asked>()
  /** How long the answer took that told the time best, in ms. */
  #precision = Infinity
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(options: DoorOptions) {
    this.#options = options
  }

  /**
   * Asks the server. Gives its answer, or a refusal where there is no connection or no answer in time. Sent again on the
   * next connection under the same id, a command has one effect.
   */
  ask(command: NewSessionCommand): Promise<AskAnswer> {
    const { link, newId, now } = this.#options
    if (link.get() === 'offline') return Promise.resolve(NO_CONNECTION)
    const { promise, resolve } = Promise.withResolvers<AskAnswer>()
    const asked = { ...command, id: newId() } as SessionCommand
    const entry = { command: asked, until: now() + PATIENCE, resolve, sentAt: null, notBefore: 0 }
    this.#asked.set(asked.id, entry)
    this.look()
    return promise
  }

  /** Something may be sent now, or is too late. */
  look(): void {
    const { link, now, transmit } = this.#options
    const at = now()
    for (const [id, asked] of this.#asked) {
      if (at >= asked.until) this.#settle(id, NO_ANSWER)
      else if (link.get() === 'online' && asked.sentAt === null && this.#mayGo(asked, at)) {
        asked.sentAt = at
        transmit(asked.command)
      }
    }
    this.#lookLater()
  }

  /** The connection is gone: what had no answer goes again. */
  disconnected(): void {
    for (const asked of this.#asked.values()) asked.sentAt = null
  }

  /** Takes the server's answer and its time (ms). False: it is about none of these commands. */
  answered(result: CommandResult, time: number | null): boolean {
    const asked = this.#asked.get(result.id)
    if (!asked) return false
    const now = this.#options.now()
    if (time !== null && asked.sentAt !== null) this.#tellTime(time, asked.sentAt, now)
    if (!result.ok && result.code === 'unavailable') {
      asked.sentAt = null
      asked.notBefore = now + AGAIN
      this.#lookLater()
    } else this.#settle(result.id, result.ok ? { ok: true } : refusalIn(result))
    return true
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer)
    for (const id of [...this.#asked.keys()]) this.#settle(id, NO_CONNECTION)
  }

  #settle(id: string, answer: AskAnswer): void {
    this.#asked.get(id)?.resolve(answer)
    this.#asked.delete(id)
  }

  /** The faster the answer, the less it can be wrong by. */
  #tellTime(time: number, sentAt: number, now: number): void {
    if (now - sentAt > this.#precision) return
    this.#precision = now - sentAt
    this.offset.set(Math.round(time - (sentAt + now) / 2))
  }

  /** [RD5] What becomes of a story is judged by what is written in it, so that goes first. */
  #mayGo({ command, notBefore, until }: Asked, at: number): boolean {
    if (at < notBefore) return false
    if (command.type !== 'concludeStory') return true
    return this.#options.isProseOnItsWay(command.story) || at >= until - PATIENCE + PROSE_PATIENCE
  }

  #lookLater(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    if (this.#asked.size > 0) this.#timer = setTimeout(() => this.look(), AGAIN)
  }
}

/** Gives what asks about the live sessions of a workspace. */
export function askingOf({ live }: { readonly live: Pick<LiveDoor, 'options' | 'asks'> }): Asking {
  if (live.asks instanceof Asking) return live.asks
  const asking = new Asking(live.options)
  live.asks = asking
  return asking
}

const NO_CONNECTION = unreached(
  'noConnection',
  'There is no connection, so this did not happen. It is not kept for later either: try again when you are connected.',
)
const NO_ANSWER = unreached(
  'noAnswer',
  'The server did not answer in time. Look whether it happened, and try again if it did not.',
)

function unreached(code: Unreached['code'], message: string): Unreached {
  return { ok: false, code, message, who: [] }
}
