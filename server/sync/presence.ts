import type { Document } from '@hocuspocus/server'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import type { Attachment } from './attachment.ts'
import { awarenessFrame } from './frames.ts'
import { PRESENCE_MAX_CHARACTERS } from './limits.ts'

/** Entries of one frame that are looked at; a client has only its own to tell. */
const ENTRIES_MAX = 64
/** Departed clients whose clocks are kept, in ms: by then each has renewed its own, see `forgetDeparted`. */
const DEPARTED_MS = 60_000
/** The state of a client that shows itself no more. */
const LEFT = 'null'

/**
 * What a client shows of itself on a document. One entry a connection: the first id it uses is its own, others are
 * dropped; the person in it is the signed-in one, whatever was sent.
 */
export class Presence {
  readonly #attachment: Attachment
  #client: number | null = null
  /** The newest clock the client has shown itself with. The one it is shown with may be ahead, see `reconsider`. */
  #heard: number | null = null

  constructor(attachment: Attachment) {
    this.#attachment = attachment
  }

  /** Takes an awareness message. Gives false when it cannot be read. */
  receive(body: decoding.Decoder): boolean {
    const entries = readEntries(body)
    if (!entries) return false
    for (const entry of entries) {
      if (this.#owns(entry.client)) this.#take(entry)
    }
    return true
  }

  /** Who comes or goes is told at once; where they move to, with what else moves (`pace.ts`). */
  #take({ client, clock, text }: Entry): void {
    const { prose } = this.#attachment
    const isHere = prose.document.awareness.states.has(client)
    if (isHere && text !== LEFT && this.#heard !== null) {
      prose.pace.tell(this, () => this.#show(client, clock, text))
    } else {
      prose.pace.forget(this)
      this.#show(client, clock, text)
    }
  }

  /** Gives everyone's state to this client. */
  tell(): void {
    const { document } = this.#attachment.prose
    const { awareness } = document
    const update = encodeAwarenessUpdate(awareness, [...awareness.getStates().keys()])
    this.#attachment.send(awarenessFrame(this.#attachment.address, update))
  }

  /** True when this connection may speak for the id: it is its own, or it is nobody's and this is its first. */
  #owns(client: number): boolean {
    if (this.#client !== null) return client === this.#client
    const { prose } = this.#attachment
    if (client === prose.document.clientID) return false
    const { id } = this.#attachment.identity.user
    if ((prose.owners.get(client) ?? id) !== id) return false
    const holder = prose.presence.get(client)
    // The same person on a new connection: the old one has broken and does not know it yet.
    if (holder && holder.identity.user.id !== id) return false
    if (holder) clientsOf(holder)?.delete(client)
    prose.presence.set(client, this.#attachment)
    this.#client = client
    if (!this.#attachment.readOnly) prose.reserve(client, id)
    return true
  }

  #show(client: number, clock: number, text: string): void {
    const { prose, identity } = this.#attachment
    // Another connection of the same person has taken the id over.
    if (prose.presence.get(client) !== this.#attachment) return
    const state = readState(text)
    if (state === undefined) return
    const { awareness } = prose.document
    const known = awareness.meta.get(client)?.clock ?? 0
    const present = awareness.states.has(client)
    const isNews = this.#heard !== null && clock > this.#heard
    this.#heard = clock
    if (clock <= known) {
      // Back after a broken connection with the clock it left with, or the server has shown it meanwhile: the others
      // must take it for new.
      if (present && state !== null && !isNews) return
      clock = present && !isNews ? known : known + 1
    }
    const { id, name, colour } = identity.user
    const shown = state && { ...this.#forEveryone(state), user: { id, name, colour } }
    this.#tellAll(client, clock, shown)
    // Hocuspocus misses the ones that come back, and would not end their presence with the connection.
    if (shown) clientsOf(this.#attachment)?.add(client)
    forgetDeparted(prose.document)
  }

  /** Shows itself anew when a story has become one that not everyone here may read. */
  reconsider(): void {
    if (this.#client === null) return
    const { prose } = this.#attachment
    if (prose.presence.get(this.#client) !== this.#attachment) return
    const { states, meta } = prose.document.awareness
    const state = states.get(this.#client)
    const shown = state && this.#forEveryone(state)
    if (!shown || shown === state) return
    this.#tellAll(this.#client, (meta.get(this.#client)?.clock ?? 0) + 1, shown)
  }

  /** Where somebody is tells of the story; on a list, that is only for stories that everyone who has the list may read. */
  #forEveryone(state: Record<string, unknown>): Record<string, unknown> {
    const { document, room } = this.#attachment
    if (document.kind !== 'list' || typeof state.story !== 'string') return state
    const { workspace } = room
    const team = workspace.story(state.story)?.team ?? null
    if (team === null || team === document.team) return state
    const isHidden = workspace.state.settings.teams.get(team)?.isPrivate ?? true
    return isHidden ? { ...state, story: null } : state
  }

  #tellAll(client: number, clock: number, state: Record<string, unknown> | null): void {
    const { prose, connection } = this.#attachment
    const update = entry(client, clock, JSON.stringify(state))
    applyAwarenessUpdate(prose.document.awareness, update, { source: 'connection', connection })
  }

  /** To be called when the connection is gone; Hocuspocus has told the others. */
  end(): void {
    const { prose } = this.#attachment
    prose.pace.forget(this)
    if (this.#client !== null && prose.presence.get(this.#client) === this.#attachment) {
      prose.presence.delete(this.#client)
    }
  }
}

interface Entry {
  readonly client: number
  readonly clock: number
  readonly text: string
}

function readEntries(body: decoding.Decoder): Entry[] | null {
  try {
    const update = decoding.createDecoder(decoding.readVarUint8Array(body))
    const count = decoding.readVarUint(update)
    if (count > ENTRIES_MAX) return null
    const entries: Entry[] = []
    for (let index = 0; index < count; index += 1) {
      entries.push({
        client: decoding.readVarUint(update),
        clock: decoding.readVarUint(update),
        text: decoding.readVarString(update),
      })
    }
    return entries
  } catch {
    return null
  }
}

/** Gives a state, null for "left", or undefined for what is neither or too large. */
function readState(text: string): Record<string, unknown> | null | undefined {
  if (text.length > PRESENCE_MAX_CHARACTERS) return undefined
  try {
    const state: unknown = JSON.parse(text)
    if (state === null) return null
    if (typeof state !== 'object' || Array.isArray(state)) return undefined
    return state as Record<string, unknown>
  } catch {
    return undefined
  }
}

function entry(client: number, clock: number, text: string): Uint8Array {
  const encoder = encoding.createEncoder()
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
  encoding.writeVarString(encoder, text)
  return encoding.toUint8Array(encoder)
}

/** The ids whose presence ends with an attachment's connection. */
function clientsOf({ prose, connection }: Attachment): Set<number> | undefined {
  return connection ? prose.document.connections.get(connection)?.clients : undefined
}

/**
 * A list stays open for weeks and sees a new id with every page load; y-protocols keeps the clock of each for ever.
 * An id that comes back later than this has renewed its clock several times meanwhile.
 */
function forgetDeparted({ awareness }: Document): void {
  const { meta, states } = awareness
  if (meta.size < 2 * states.size + 64) return
  const before = Date.now() - DEPARTED_MS
  for (const [client, { lastUpdated }] of meta) {
    if (!states.has(client) && client !== awareness.clientID && lastUpdated < before) {
      meta.delete(client)
    }
  }
}
