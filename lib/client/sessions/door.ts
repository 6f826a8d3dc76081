import type { SessionCommand } from '../../domain/sessions/command.ts'
import type { CommandResult } from '../../schema/wire.ts'
import type { Readable } from '../client.ts'
import type { Link } from '../connection.ts'
import type { ListMessage } from '../lists.ts'
import type { LocalStore } from '../localStore.ts'
import type { Place } from '../place.ts'
import { Value } from '../readable.ts'
import type { AskAnswer, NewSessionCommand } from './asking.ts'

export type { AskAnswer, NewSessionCommand } from './asking.ts'

/** A list that is not one of stories, threads or notices, as long as somebody looks at it. */
export interface LiveList {
  /** The last change contained; null while nothing is known. */
  readonly seq: number | null
  /** It is followed from now on; `place`, which it gives back, is where its people show themselves to each other. */
  entered(place: Place): Place
  received(message: ListMessage): void
  /** It is not followed any more, for a while. */
  lost(): void
  /** There is no such list for this person. */
  denied(): void
}

/** What live sessions need of a workspace. */
export interface DoorOptions {
  readonly link: Readable<Link>
  /** What this device keeps of the workspace. */
  readonly store: LocalStore
  now(): number
  newId(): string
  /** Sends on the socket. Only called while the link is online. */
  transmit(command: SessionCommand): void
  /** See `SenderOptions`. */
  isProseOnItsWay(storyId: string): boolean
}

/** What is asked about live sessions (`asking.ts`), as the workspace tells it what happens. */
export interface Asks {
  /** Something may be sent now, or is too late. */
  look(): void
  /** The connection is gone. */
  disconnected(): void
  /** Takes the server's answer and its time (ms). False: it is about none of these commands. */
  answered(result: CommandResult, time: number | null): boolean
  close(): void
}

/**
 * The way to live sessions: what has to stand ready from the beginning. The rest of their code comes with the first of them
 * that is opened (`liveSessions.ts`, `asking.ts`).
 */
export class LiveDoor {
  /** The names of the lists to follow. */
  readonly followed = new Value<readonly string[]>([])
  readonly options: DoorOptions
  /** Null: nothing was asked yet. */
  asks: Asks | null = null
  readonly #lists = new Map<string, LiveList>()

  constructor(options: DoorOptions) {
    this.options = options
  }

  get(name: string): LiveList | undefined {
    return this.#lists.get(name)
  }

  /** Follows a list until the result is called. */
  open(name: string, list: LiveList): () => void {
    this.#lists.set(name, list)
    this.#follow()
    return () => {
      if (this.#lists.get(name) !== list) return
      this.#lists.delete(name)
      this.#follow()
    }
  }

  /** Asks the server; see `Asking.ask`, whose code is fetched when it is not here yet. */
  async ask(command: NewSessionCommand): Promise<AskAnswer> {
    const { askingOf } = await import('./asking.ts')
    return askingOf({ live: this }).ask(command)
  }

  /** The connection is gone. */
  disconnected(): void {
    this.asks?.disconnected()
    for (const list of this.#lists.values()) list.lost()
  }

  #follow(): void {
    this.followed.set([...this.#lists.keys()])
  }
}
