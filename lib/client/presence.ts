import { Awareness } from 'y-protocols/awareness'
import { Doc } from 'yjs'
import type { Me, Presence } from './client.ts'
import { Value } from './readable.ts'

const NOBODY: readonly Presence[] = []

/** Who is in the workspace, through the awareness of the area's (empty) document. */
export class PresenceList {
  readonly doc = new Doc()
  readonly awareness = new Awareness(this.doc)
  readonly others = new Value<readonly Presence[]>(NOBODY)

  #here: Record<string, unknown>

  constructor({ id, name, colour }: Me) {
    this.#here = { user: { id, name, colour }, story: null, editing: false }
    this.awareness.setLocalState(this.#here)
    this.awareness.on('change', () => this.#show())
  }

  setWhereabouts({ story, editing }: { story: string | null; editing: boolean }): void {
    if (this.#here['story'] === story && this.#here['editing'] === editing) return
    this.#here = { ...this.#here, story, editing }
    this.awareness.setLocalState(this.#here)
  }

  /** The page is shown again: on leaving, the provider took this person out. */
  comeBack(): void {
    if (this.awareness.getLocalState() === null) this.awareness.setLocalState(this.#here)
  }

  close(): void {
    this.awareness.destroy()
    this.doc.destroy()
  }

  #show(): void {
    const others: Presence[] = []
    for (const [clientId, state] of this.awareness.getStates()) {
      if (clientId === this.doc.clientID) continue
      const presence = readPresence(clientId, state)
      if (presence) others.push(presence)
    }
    others.sort((a, b) => a.clientId - b.clientId)
    if (JSON.stringify(others) !== JSON.stringify(this.others.get())) this.others.set(others)
  }
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
