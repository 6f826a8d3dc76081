import type { Command } from '../domain/command.ts'
import { DENIALS } from '../schema/syncToken.ts'
import type { CommandResult, ServerMessage } from '../schema/wire.ts'
import type { Readable } from './client.ts'
import type { Connection, DocumentHandlers } from './connection.ts'
import type { DocumentProvider } from './documentProvider.ts'
import type { ListMessage } from './lists.ts'
import type { Place } from './place.ts'
import type { PresenceList } from './presence.ts'

export interface FollowingOptions {
  readonly connection: Connection
  /** The name of the refinement area's list. Commands go over it, and it says which others there are. */
  readonly area: string
  readonly presence: PresenceList
  /** The names of the lists to follow. */
  readonly followed: Readable<readonly string[]>
  /** Gives where people show themselves on a list that is followed from now on. */
  enter(list: string): Place
  /** The last change of a list that is here; null asks for all of it. */
  seqOf(list: string): number | null
  received(list: string, message: ListMessage): void
  /** `time`: the server's, in ms; null where it does not tell. */
  answered(result: CommandResult, time: number | null): void
  denied(list: string): void
  /** The list is not followed any more, for a while. */
  lost(list: string): void
}

/** The lists of a workspace on its one socket: each is subscribed to from where this device left off. */
export class Following {
  readonly #options: FollowingOptions
  readonly #teams = new Map<string, DocumentProvider>()
  #area: DocumentProvider | null = null
  #stop: (() => void) | null = null

  constructor(options: FollowingOptions) {
    this.#options = options
  }

  /** Attaches the lists known by now; those that the area's header names later follow by themselves. */
  begin(): void {
    const { area, connection, presence, followed } = this.#options
    this.#area = connection.attach(area, presence.area.doc, presence.area.awareness, {
      ...this.#handlers(area),
      // Commands sent now would reach nobody: they wait until the list is followed again.
      closed: () => {
        this.#options.lost(area)
        connection.outOfDate()
      },
      admitted: () => this.#subscribe(area, this.#area),
      denied: (denial) => {
        if (denial === DENIALS.notFound) this.#options.denied(area)
        connection.judged(denial === DENIALS.notFound ? 'access-changed' : 'reload-needed', () =>
          this.#area?.openAgain(),
        )
        return false
      },
    })
    this.#stop = followed.subscribe(() => this.#attachTeams())
    this.#attachTeams()
  }

  /** Sends a command on the socket. */
  transmit(command: Command): void {
    this.#area?.sendStateless(JSON.stringify({ command }))
  }

  close(): void {
    this.#stop?.()
    for (const name of [...this.#teams.keys()]) this.#detach(name)
    this.#area?.destroy()
  }

  #attachTeams(): void {
    const { area, followed } = this.#options
    const names = followed.get().filter((name) => name !== area)
    for (const name of [...this.#teams.keys()]) if (!names.includes(name)) this.#detach(name)
    for (const name of names) if (!this.#teams.has(name)) this.#attach(name)
  }

  #attach(name: string): void {
    const { connection, enter } = this.#options
    const { doc, awareness } = enter(name)
    const provider = connection.attach(name, doc, awareness, {
      ...this.#handlers(name),
      admitted: () => this.#subscribe(name, provider),
      // The area's header names it: either that is about to change, or the right to see it has just come back.
      denied: (denial) => {
        if (denial === DENIALS.notFound) this.#options.denied(name)
        return true
      },
    })
    this.#teams.set(name, provider)
  }

  #detach(name: string): void {
    this.#teams.get(name)?.destroy()
    this.#teams.delete(name)
    this.#options.presence.leave(name)
  }

  #subscribe(name: string, provider: DocumentProvider | null): void {
    const since = this.#options.seqOf(name)
    provider?.sendStateless(JSON.stringify({ subscribe: { since } }))
  }

  #handlers(name: string): Omit<DocumentHandlers, 'admitted' | 'denied'> {
    return {
      edits: () => 0,
      saved: () => {},
      refused: () => {},
      sent: () => {},
      synced: () => {},
      closed: () => this.#options.lost(name),
      received: (text) => {
        const message = readMessage(text)
        if (!message) return
        if ('result' in message) this.#options.answered(message.result, message.now ?? null)
        else this.#options.received(name, message)
      },
    }
  }
}

type Answered = Extract<ServerMessage, { readonly result: CommandResult }>

/** A message this page does not understand comes from a newer server: it is left alone. */
function readMessage(text: string): ListMessage | Answered | null {
  try {
    const message: unknown = JSON.parse(text)
    if (typeof message !== 'object' || message === null) return null
    if ('snapshot' in message || 'changes' in message || 'result' in message)
      return message as ListMessage | Answered
    return null
  } catch {
    return null
  }
}
