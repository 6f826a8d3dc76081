import { must } from '../domain/must.ts'
import type { Me, Presence } from './client.ts'
import type { Place } from './place.ts'
import { Value } from './readable.ts'

const NOBODY: readonly Presence[] = []
const NOWHERE = { story: null, editing: false } as const

/** Makes a place; see place.ts, which comes with Yjs. */
type NewPlace = (client: number | null) => Place

/**
 * Who is in the workspace, and in which story. Everybody is on the area's list; where they are is told on the one list
 * that only those read who may know of the story, so that a private team's story is named to nobody else.
 */
export class PresenceList {
  readonly others = new Value<readonly Presence[]>(NOBODY)
  readonly #teams = new Map<string, Place>()
  readonly #user: Presence['user']
  readonly #placeOf: (storyId: string) => 'area' | string | null
  #begun: { readonly area: Place; readonly newPlace: NewPlace } | null = null
  #isIdle = false
  #where: { readonly story: string | null; readonly editing: boolean } = NOWHERE

  /** `placeOf` gives where a story may be named: on the area's list, on a team's (its name), or nowhere (null). */
  constructor({ id, name, colour }: Me, placeOf: (storyId: string) => 'area' | string | null) {
    this.#user = { id, name, colour }
    this.#placeOf = placeOf
  }

  /** From now on this person can be shown. */
  begin(newPlace: NewPlace): void {
    this.#begun = { area: this.#watched(newPlace(null)), newPlace }
    this.#tell()
  }

  /** The place of the area's list, once it has begun. */
  get area(): Place {
    return must(this.#begun, 'presence that has begun').area
  }

  /** Gives a place apart, where nobody is shown as being in the workspace: what is shown there is its owner's matter. */
  apart(): Place {
    const { area, newPlace } = must(this.#begun, 'presence that has begun')
    // The same id everywhere: that is how the others know it is the same tab.
    return newPlace(area.doc.clientID)
  }

  /** Gives the place of a team's list, which is followed from now on. */
  enter(list: string): Place {
    const place = this.#watched(this.apart())
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

  /** Nobody has touched the page for a while, or somebody does again. */
  setIdle(idle: boolean): void {
    this.#isIdle = idle
    this.look()
  }

  /** Stories may have moved: what was named may have become private, and the other way round. */
  look(): void {
    // While the page is hidden the provider has taken this person out.
    if (this.#begun && this.area.awareness.getLocalState() !== null) this.#tell()
  }

  /** The page is shown again. */
  comeBack(): void {
    if (this.#begun) this.#tell()
  }

  close(): void {
    for (const place of this.#places) close(place)
  }

  get #places(): readonly Place[] {
    return this.#begun ? [this.#begun.area, ...this.#teams.values()] : []
  }

  #tell(): void {
    const { story } = this.#where
    const named = story === null ? null : this.#placeOf(story)
    const self = { user: this.#user, idle: this.#isIdle || undefined }
    tell(this.area, { ...self, ...(named === 'area' ? this.#where : NOWHERE) })
    for (const [list, place] of this.#teams) {
      tell(place, named === list ? { ...self, ...this.#where } : null)
    }
  }

  #watched(place: Place): Place {
    place.awareness.on('change', () => this.#show())
    return place
  }

  #show(): void {
    const others = new Map<number, Presence>()
    // Where somebody is named in a team tells more than that they are somewhere.
    for (const { awareness } of this.#places) {
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
  const { story, editing, idle } = state
  return {
    clientId,
    user: {
      id: user.id,
      name: user.name,
      colour: typeof user.colour === 'number' ? user.colour : 0,
    },
    story: typeof story === 'string' ? story : null,
    editing: editing === true,
    idle: idle === true,
  }
}
