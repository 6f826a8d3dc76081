import type { ListChange, ServerMessage } from '#lib/schema/wire.ts'
import type { OpenWorkspace } from '#server/commands/workspaces.ts'
import type { Attachment } from './attachment.ts'
import { statelessFrame } from './frames.ts'

/**
 * Who follows which list of a workspace. A subscriber gets a snapshot or what it lacks, and from the same turn on
 * every change, so none is lost between the two and none comes twice.
 */
export class ListSubscribers {
  readonly #workspace: OpenWorkspace
  readonly #subscribers = new Map<string, Set<Attachment>>()
  readonly #stop: () => void
  /** A snapshot is some megabytes of JSON for a large board: whoever comes before the next change gets the same text. */
  readonly #snapshots = new Map<string, string>()

  constructor(workspace: OpenWorkspace) {
    this.#workspace = workspace
    this.#stop = workspace.onChanges((list, change) => this.#publish(list, change))
  }

  /** Starts (or starts anew) at `since`; null asks for everything. Gives false when there is no such list for them. */
  subscribe(attachment: Attachment, since: number | null): boolean {
    const list = attachment.name
    const text = this.#catchUp(attachment, list, since)
    if (text === null) return false
    attachment.sendStateless(text)
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

  #catchUp(attachment: Attachment, list: string, since: number | null): string | null {
    if (since !== null) {
      const changes = this.#workspace.changesSince(list, since, attachment.actor)
      if (changes === null) return null
      if (changes !== 'snapshot needed') return write({ changes })
    }
    const known = this.#snapshots.get(list)
    if (known !== undefined) return known
    const snapshot = this.#workspace.snapshot(list, attachment.actor)
    if (snapshot === null) return null
    const text = write({ snapshot })
    this.#snapshots.set(list, text)
    return text
  }

  #publish(list: string, change: ListChange): void {
    this.#snapshots.delete(list)
    const subscribers = this.#subscribers.get(list)
    if (!subscribers) return
    const text = write({ changes: [change] })
    const frames = new Map<string, Uint8Array>()
    for (const attachment of subscribers) {
      let frame = frames.get(attachment.address)
      if (!frame) frames.set(attachment.address, (frame = statelessFrame(attachment.address, text)))
      attachment.send(frame)
    }
  }
}

function write(message: ServerMessage): string {
  return JSON.stringify(message)
}
