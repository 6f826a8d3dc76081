import type { ListChange, ServerMessage } from '#lib/schema/wire.ts'
import type { OpenWorkspace } from '#server/commands/workspaces.ts'
import type { Attachment } from './attachment.ts'

/**
 * Who follows which list of a workspace. A subscriber gets a snapshot or what it lacks, and from the same turn on
 * every change, so none is lost between the two and none comes twice.
 */
export class ListSubscribers {
  readonly #workspace: OpenWorkspace
  readonly #subscribers = new Map<string, Set<Attachment>>()
  readonly #stop: () => void
  /** A snapshot is some megabytes of JSON for a large board: whoever comes before the next change gets the same. */
  readonly #snapshots = new Map<string, Uint8Array>()

  constructor(workspace: OpenWorkspace) {
    this.#workspace = workspace
    this.#stop = workspace.onChanges((list, change) => this.#publish(list, change))
  }

  /** Starts (or starts anew) at `since`; null asks for everything. Gives false when there is no such list for them. */
  subscribe(attachment: Attachment, since: number | null): boolean {
    const list = attachment.name
    const message = this.#catchUp(attachment, list, since)
    if (message === null) return false
    attachment.sendStateless(message)
    let subscribers = this.#subscribers.get(list)
    if (!subscribers) this.#subscribers.set(list, (subscribers = new Set()))
    subscribers.add(attachment)
    return true
  }

  unsubscribe(attachment: Attachment): void {
    const subscribers = this.#subscribers.get(attachment.name)
    if (subscribers?.delete(attachment) && subscribers.size === 0) {
      this.#subscribers.delete(attachment.name)
    }
  }

  close(): void {
    this.#stop()
    this.#subscribers.clear()
  }

  #catchUp(attachment: Attachment, list: string, since: number | null): Uint8Array | null {
    if (since !== null) {
      const changes = this.#workspace.changesSince(list, since, attachment.actor)
      if (changes === null) return null
      if (changes !== 'snapshot needed') return write({ changes })
    }
    const known = this.#snapshots.get(list)
    if (known !== undefined) return known
    const snapshot = this.#workspace.snapshot(list, attachment.actor)
    if (snapshot === null) return null
    const message = write({ snapshot })
    this.#snapshots.set(list, message)
    return message
  }

  #publish(list: string, change: ListChange): void {
    this.#snapshots.delete(list)
    const subscribers = this.#subscribers.get(list)
    if (!subscribers) return
    const message = write({ changes: [change] })
    for (const attachment of subscribers) attachment.sendStateless(message)
  }
}

/** A message in UTF-8, encoded once for everyone who gets it. */
function write(message: ServerMessage): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(message))
}
