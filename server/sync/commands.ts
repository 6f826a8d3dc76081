import type { Logger } from 'pino'
import type { CommandResult } from '#lib/schema/wire.ts'
import type { Attachment } from './attachment.ts'
import { COMMANDS_MAX, COMMANDS_MAX_CHARACTERS, PROSE_WAIT_MS } from './limits.ts'

/**
 * The commands of one socket, one after the other in the order they came. Before one is judged, what its author typed
 * into the story on the same socket is judged (RD5), also when that document is still being opened.
 */
export class SocketCommands {
  readonly #attachmentsOf: (document: string) => Iterable<Attachment>
  readonly #log: Logger
  #queue: Promise<void> = Promise.resolve()
  #count = 0
  #characters = 0
  #revoked = false

  constructor(attachmentsOf: (document: string) => Iterable<Attachment>, log: Logger) {
    this.#attachmentsOf = attachmentsOf
    this.#log = log
  }

  /** Takes a command (whatever was sent) that came through a list, and answers there. `size` is its length in characters. */
  take(attachment: Attachment, raw: unknown, id: string, size: number): void {
    if (this.#count >= COMMANDS_MAX || this.#characters + size > COMMANDS_MAX_CHARACTERS) {
      answer(attachment, { id, ok: false, code: 'unavailable', message: TOO_MANY, who: [] })
      return
    }
    this.#count += 1
    this.#characters += size
    this.#queue = this.#queue
      .then(() => this.#carryOut(attachment, raw))
      .catch((error: unknown) => {
        this.#log.error({ err: error }, 'A command broke')
        answer(attachment, { id, ok: false, code: 'unavailable', message: BROKEN, who: [] })
      })
      .finally(() => {
        this.#count -= 1
        this.#characters -= size
      })
  }

  /** Waits until everything taken so far is answered. */
  async settled(): Promise<void> {
    await this.#queue
  }

  /** Drops what has not begun: the person's session or rights are over. */
  revoke(): void {
    this.#revoked = true
  }

  async #carryOut(attachment: Attachment, raw: unknown): Promise<void> {
    const { workspace } = attachment.room
    const story = storyOf(raw)
    // Into a story that does not exist yet nobody has written; its document may even wait for this command.
    if (story !== null && workspace.story(story)) {
      for (const prose of this.#attachmentsOf(`story:${story}`)) await prose.settled(PROSE_WAIT_MS)
    }
    if (this.#revoked) return
    // The sender's socket may be gone by now; what they asked for still stands.
    answer(attachment, await workspace.run(attachment.actor, raw))
  }
}

/** Sends a command's result to where it came from, with the time: what a live session's clocks are read by. */
export function answer(attachment: Attachment, result: CommandResult): void {
  attachment.sendStateless(JSON.stringify({ result, now: Date.now() }))
}

function storyOf(raw: unknown): string | null {
  if (typeof raw !== 'object' || raw === null) return null
  const { story } = raw as { story?: unknown }
  return typeof story === 'string' && story.length <= 64 ? story : null
}

const TOO_MANY =
  'More changes are waiting than the server takes at once. This one was not made; it is sent again when the others are done.'
const BROKEN = 'The server could not carry this out. Nothing was changed; try again.'
