import { Awareness } from 'y-protocols/awareness'
import { Doc } from 'yjs'
import type { Me, Presence } from './client.ts'
import { Value } from './readable.ts'

const NOBODY: readonly Presence[] = []
const NOWHERE = { story: null, editing: false } as const

/** Where people are shown to each other: the awareness of a list's (empty) document. */
export interface Place {
  readonly doc: Doc
  readonly awareness: Awareness
}

/**
 * Who is in the workspace, and in which story. Everybody is on the area's list; where they are is told on the one list
 * that only those read who may know of the story, so that a private team's story is named to nobody else.
 */
export class PresenceList {
  readonly others = new Value<readonly Presence[]>(NOBODY)
  readonly area: Place
  readonly #teams = new Map<string, Place>()
  readonly #user: Presence['user']
  readonly #placeOf: (storyId: string) => 'area' | string | null
  #where: { readonly story: string | null; readonly editing: boolean } = NOWHERE

  /** `placeOf` gives where a story may be named: on the area's list, on a team's (its name), or nowhere (null). */
  constructor({ id, name, colour }: Me, placeOf: (storyId: string) => 'area' | string | null) {
    this.#user = { id, name, colour }
    this.#placeOf = placeOf
    this.area = this.#newPlace(new Doc())
    this.#tell()
  }

  /** Gives the place of a team's list, which is followed from now on. */
  enter(list: string): Place {
    const doc = new Doc()
    // The same id everywhere: that is how the others know it is the same tab.
    doc.clientID = this.area.doc.clientID
    const place = this.#newPlace(doc)
    this.#teams.set(list, place)
    this.look()
    return place
  }

  /** A team's list is not followed any more. */
  leave(list: string): void {
    const place = this.#teams.get(list)
    this.#teams.delete(list)
    if (place) close(place)
    this.#show()
  }

  setWhereabouts(where: { story: string | null; editing: boolean }): void {
    this.#where = where
    this.look()
  }

  /** Stories may have moved: what was named may have become private, and the other way round. */
  look(): void {
    // While the page is hidden the provider has taken this person out.
    if (this.area.awareness.getLocalState() !== null) this.#tell()
  }

  /** The page is shown again. */
  comeBack(): void {
    this.#tell()
  }

  close(): void {
    for (const place of [this.area, ...this.#teams.values()]) close(place)
  }

  #tell(): void {
    const { story } = this.#where
    const named = story === null ? null : this.#placeOf(story)
    tell(this.area, { user: this.#user, ...(named === 'area' ? this.#where : NOWHERE) })
    for (const [list, place] of this.#teams) {
      tell(place, named === list ? { user: this.#user, ...this.#where } : null)
    }
  }

  #newPlace(doc: Doc): Place {
    const awareness = new Awareness(doc)
    awareness.setLocalState(null)
    awareness.on('change', () => this.#show())
    return { doc, awareness }
  }

  #show(): void {
    const others = new Map<number, Presence>()
    // Where somebody is named in a team tells more than that they are somewhere.
    for (const { awareness } of [this.area, ...this.#teams.values()]) {
      for (const [clientId, state] of awareness.getStates()) {
        if (clientId === this.area.doc.clientID) continue
        const presence = readPresence(clientId, state)
        if (presence) others.set(clientId, presence)
      }
    }
    const sorted = [...others.values()].sort((a, b) => a.clientId - b.clientId)
    if (JSON.stringify(sorted) !== JSON.stringify(this.others.get())) this.others.set(sorted)
  }
}

function tell({ awareness }: Place, state: Record<string, unknown> | null): void {
  if (JSON.stringify(awareness.getLocalState()) !== JSON.stringify(state))
    awareness.setLocalState(state)
}

function close({ awareness, doc }: Place): void {
  awareness.destroy()
  doc.destroy()
}

/** Awareness is written by other clients: what does not have the shape is nobody. */
function readPresence(clientId: number, state: Record<string, unknown>): Presence | null {
  const user = state['user'] as Partial<Presence['user']> | undefined
  if (typeof user?.id !== 'string' || typeof user.name !== 'string') return null
  const { story, editing } = state
  return {
    clientId,
    user: {
      id: user.id,
      name: user.name,
      colour: typeof user.colour === 'number' ? user.colour : 0,
    },
    story: typeof story === 'string' ? story : null,
    editing: editing === true,
  }
}
